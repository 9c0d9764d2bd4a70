package org.onex.rehearsal.sitting;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A node that may be broken on purpose. */
interface TestedNode {

    /** What is killed without warning (SIGKILL). */
    enum Blow {
        APPLICATION,
        DATABASE,
        BOTH,
        EVERYTHING
    }

    URI address();

    /** Its technician's code, which opens the mock exams. */
    String technicianCode();

    void strike(Blow blow);

    /** Starts it on the same data and waits until it answers. */
    void startAgain();

    /** What it writes about itself. */
    List<Path> logs();
}
