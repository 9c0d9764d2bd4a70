package org.onex.center.intake;

/** How far a spreadsheet is that was sent. */
public enum IntakeState {
    /** The file is being read. */
    READING,
    /** It could not be read, or nobody wanted it any more; nothing of it is kept. */
    FAILED,
    /** People look at what was read; nothing has been entered. */
    READ,
    /** Rows are being entered. */
    ENTERING,
    ENTERED
}
