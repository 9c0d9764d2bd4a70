package org.onex.center.paper;

import java.util.List;

/** The top of the tree by which a bank is ordered (工作领域): work tasks, and in them the skills that are asked for. */
record FieldOfWork(String code, String name, List<WorkTask> tasks) {

    /** 工作任务. */
    record WorkTask(String code, String name, List<Skill> skills) {

        WorkTask {
            skills = List.copyOf(skills);
        }
    }

    /** 技能要求. */
    record Skill(String code, String name) {}

    FieldOfWork {
        tasks = List.copyOf(tasks);
    }
}
