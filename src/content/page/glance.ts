/** One look at many texts of a page at once: nearly all of them end here. */
import { hintsIn } from "./hint";

/** So many characters, or texts, are looked at together. */
const MOST_CHARACTERS = 4000;
const MOST_TEXTS = 300;
/** A word may be split over texts: so many characters, or texts, are looked at again with what follows them. */
const OVERLAP = 60;
const MOST_AGAIN = 12;

export class Glance {
  private texts: Text[] = [];
  private length = 0;

  /** Takes in the next text of the page. Gives those of the texts so far that may matter, once they were looked at. */
  add(text: Text): Text[] {
    this.texts.push(text);
    this.length += text.data.length;
    return this.length < MOST_CHARACTERS && this.texts.length < MOST_TEXTS ? [] : this.look(true);
  }

  /** No text follows that belongs to these. */
  end(): Text[] {
    return this.look(false);
  }

  private look(goesOn: boolean): Text[] {
    const { texts } = this;
    const found = hintsIn(texts.map(({ data }) => data));
    this.texts = [];
    this.length = 0;
    if (goesOn) {
      for (const text of texts.slice(-MOST_AGAIN).reverse()) {
        if (this.length >= OVERLAP || text.data.length > MOST_CHARACTERS / 2) break;
        this.texts.unshift(text);
        this.length += text.data.length;
      }
    }
    return found.map((index) => texts[index] as Text);
  }
}
