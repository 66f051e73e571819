import { describe, expect, it } from "vitest";
import { judge, type PanelSample } from "./judge";

const sample = (time: number, patients: number[], state = "advice", items = {}): PanelSample => ({
  time,
  patients,
  state,
  items,
});

describe("the judge of the race", () => {
  it("sees another patient's words after the grace, and forgives them within it", () => {
    const page: [number, number][] = [
      [0, 0],
      [1000, 1],
    ];
    const verdict = judge(page, [sample(50, [0]), sample(1050, [0]), sample(1101, [0]), sample(1200, [1])]);
    expect(verdict.wrong).toEqual([{ time: 1101, shown: 0, inView: 1, sinceChange: 101 }]);
  });

  it("counts apart what the machine's own standstill explains, and nothing else", () => {
    const page: [number, number][] = [
      [0, 0],
      [1000, 1],
      [2000, 2],
    ];
    const panel = [sample(1150, [0]), sample(2150, [1])];
    expect(judge(page, panel, [[1020, 1140]])).toMatchObject({ voids: 1, wrong: [{ time: 2150 }] });
    // Too short, or over before the change.
    expect(
      judge(page, panel, [
        [1020, 1110],
        [1800, 1990],
      ]),
    ).toMatchObject({ voids: 0, wrong: [{}, {}] });
  });

  it("sees words of a patient while nobody is in view", () => {
    expect(
      judge(
        [
          [0, 0],
          [1000, -1],
        ],
        [sample(1500, [0])],
      ).wrong,
    ).toHaveLength(1);
  });

  it("does not take a panel that stays empty for a good one", () => {
    const verdict = judge(
      [
        [0, 0],
        [5000, 1],
      ],
      [sample(300, [], "reading"), sample(4900, [], "reading")],
    );
    expect(verdict).toMatchObject({ wrong: [], longVisits: 1, rightVisits: 0 });
  });

  it("counts a long visit as right once its own advice stood there", () => {
    const items = { "tacrolimus-ointment": "needs-info" };
    expect(
      judge(
        [
          [0, 0],
          [5000, 1],
        ],
        [sample(400, [0], "advice", items)],
      ).rightVisits,
    ).toBe(1);
  });
});
