/**
 * The order of the test files where several are run at a time: what opens pages first, the compiler's many short files last, so that all
 * workers end together. Within a project the larger file is first, as vitest has it; those that open every type of page are short and long at work.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

const projects = ["site", "programs", "compiler"];

/** How early a file is started: the lower, the earlier. */
function turn({ project, moduleId }: TestSpecification): readonly [group: number, project: number, file: number] {
  return [
    project.config.sequence.groupOrder,
    projects.indexOf(project.name),
    moduleId.includes("/page-types/") ? 0 : 1,
  ];
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.toSorted((a, b) => {
      const [one, other] = [turn(a), turn(b)];
      return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
    });
  }
}
