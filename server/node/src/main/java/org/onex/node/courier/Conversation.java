package org.onex.node.courier;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.clock.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps up the talk with the centre (与中心的往来) as long as this node is enrolled: how it is, what there is for it, the keys, and what goes
 * back. On threads of its own: a letter that takes minutes must not keep a key waiting, and nothing of it the candidates' deadline.
 */
@Component
class Conversation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Conversation.class);

    /** Readiness and deliveries, and one of them once more for somebody in a hurry. */
    private static final int AT_ONCE = 3;

    private final Enrolments enrolments;
    private final Contact contact;
    private final Consumer<Enrolment> readiness;
    private final Consumer<Enrolment> deliveries;
    private final Consumer<Enrolment> keys;
    private final Consumer<Enrolment> returning;
    private final Duration pause;
    private final Duration shortPause;
    private final Duration lookEvery;
    private @Nullable ScheduledThreadPoolExecutor threads;
    private @Nullable ScheduledThreadPoolExecutor keysThread;
    private @Nullable ScheduledThreadPoolExecutor returnThread;

    Conversation(
            Enrolments enrolments,
            Contact contact,
            ReportReadiness readiness,
            TakeDeliveries deliveries,
            TakeKeys keys,
            ReturnBundles returning,
            Mode mode,
            @Value("${onex.courier.pause}") Duration pause,
            @Value("${onex.courier.short-pause}") Duration shortPause) {
        this.enrolments = enrolments;
        this.contact = contact;
        this.readiness = readiness::report;
        this.deliveries = deliveries::take;
        this.keys = keys::take;
        this.returning = returning::returnAll;
        this.pause = pause;
        this.shortPause = shortPause;
        // In a rehearsal hours pass in a moment.
        this.lookEvery = mode.isProduction() ? pause : shortPause;
    }

    @Override
    public synchronized void start() {
        var usual = executor(AT_ONCE, "courier-");
        every(usual, pause, readiness);
        every(usual, lookEvery, deliveries);
        threads = usual;
        keysThread = executor(1, "courier-keys-");
        every(keysThread, shortPause, keys);
        returnThread = executor(1, "courier-return-");
        every(returnThread, lookEvery, returning);
    }

    private static ScheduledThreadPoolExecutor executor(int size, String name) {
        return new ScheduledThreadPoolExecutor(
                size, work -> Thread.ofPlatform().name(name, 0).daemon().unstarted(work));
    }

    private void every(ScheduledThreadPoolExecutor executor, Duration time, Consumer<Enrolment> step) {
        var _ = executor.scheduleWithFixedDelay(
                () -> with(step), shortPause.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does at once what is due only in a while; for somebody who stands beside it. */
    synchronized void hurry() {
        if (threads != null) {
            threads.execute(() -> with(readiness));
            threads.execute(() -> with(deliveries));
        }
    }

    /** Whatever goes wrong, the next time comes: an executor would drop work that threw. */
    private void with(Consumer<Enrolment> step) {
        try {
            enrolments.current().ifPresent(step);
        } catch (CenterAway e) {
            contact.lost(e);
        } catch (RuntimeException e) {
            log.warn("The talk with the centre stumbled", e);
        }
    }

    @Override
    public synchronized void stop() {
        end(threads);
        end(keysThread);
        end(returnThread);
        threads = null;
        keysThread = null;
        returnThread = null;
    }

    private static void end(@Nullable ScheduledThreadPoolExecutor executor) {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
