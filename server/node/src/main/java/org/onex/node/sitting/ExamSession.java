package org.onex.node.sitting;

import java.util.UUID;
import org.onex.contract.bundle.SessionBundle;

/** A session (场次) as it is installed on this node. */
record ExamSession(UUID id, SessionBundle.Exam exam, SessionBundle.Hours hours) {}
