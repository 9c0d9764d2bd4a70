package org.onex.rehearsal.sitting;

import java.time.Duration;

/** What everybody in the room hears: the node was started again, and the exam is over. */
final class Bell {

    private final int listeners;
    private int restarts;
    private int looked;
    private int left;
    private boolean over;

    Bell(int listeners) {
        this.listeners = listeners;
    }

    synchronized int restarts() {
        return restarts;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized void ringRestart() {
        restarts++;
        looked = 0;
    }

    synchronized void ringEnd() {
        over = true;
    }

    /** Nobody listens any more. */
    synchronized boolean isDeserted() {
        return left >= listeners;
    }

    /** A candidate has looked at the answers since the last restart. */
    synchronized void looked() {
        looked++;
        notifyAll();
    }

    /** A candidate will not look any more. */
    synchronized void leaves() {
        left++;
        notifyAll();
    }

    /** Until everybody who is still there has looked. */
    synchronized boolean awaitLooks(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (looked + left < listeners) {
            var leftMs = (end - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            try {
                wait(leftMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
