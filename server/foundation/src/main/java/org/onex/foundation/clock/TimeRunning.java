package org.onex.foundation.clock;

/**
 * Whether somebody's time is running just now. As long as it is, a start of the application does not believe a machine whose clock has
 * gone back; otherwise the machine is believed, because a wrong clock may have been put right.
 */
@FunctionalInterface
public interface TimeRunning {

    boolean isRunning();
}
