package org.onex.center.paper;

/** Whatever a form can ask: an item or a task, told apart by its type (考题). */
sealed interface Question permits Item, Task {

    String id();

    QuestionType type();

    /** Code of the skill that it asks for. */
    String skill();

    /** From 1 (易) to 5 (难). */
    int difficulty();

    /** By which people recognise it in a list. */
    String headline();

    /** Of the field of work (工作领域) that its skill belongs to. */
    default String field() {
        var point = skill().indexOf('.');
        return point < 0 ? skill() : skill().substring(0, point);
    }
}
