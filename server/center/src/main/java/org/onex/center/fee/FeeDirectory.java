package org.onex.center.fee;

/** What other modules may ask about fees. */
public interface FeeDirectory {

    /**
     * Whether a college owes nothing for a plan (已结清): its bill is paid, be it at provisional prices; nothing on it is priced yet or
     * nobody is on it; or it has none. Certificates can be downloaded then; entry to the exam never depends on it.
     *
     * @param college its code
     * @param plan    its code
     */
    boolean isCleared(String college, String plan);
}
