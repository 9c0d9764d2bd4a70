package org.onex.center.typesetting;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lends the fonts to whoever prints. They are read when somebody prints, and given up when the memory is needed for something else. */
@Component
public class TypeCases {

    /** A job and somebody at the counter; others wait a moment. */
    private static final int MOST = 2;

    private final Semaphore free = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<SoftReference<TypeCase>> idle = new ConcurrentLinkedDeque<>();

    public <T> T lend(Function<TypeCase, T> work) {
        free.acquireUninterruptibly();
        try {
            var types = taken();
            var result = work.apply(types);
            // Fonts in the middle of which something broke are not used again.
            idle.push(new SoftReference<>(types));
            return result;
        } finally {
            free.release();
        }
    }

    private TypeCase taken() {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            var types = kept.get();
            if (types != null) {
                return types;
            }
        }
        return TypeCase.open();
    }
}
