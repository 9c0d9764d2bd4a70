package org.onex.center.photo;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.util.Collection;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where a photo could stop everything. Java's JPEG decoder keeps a picture's bytes in their place while it words a warning
 * about them. The Serial and the Parallel collector cannot collect meanwhile: if memory runs out in that moment they wait for the decoder and
 * it waits for them, for good, and the process does not even end when it is told to. A photo that was cut off is enough (ADR 27).
 */
@Component
class RequirePinning {

    private static final Set<String> WAITING = Set.of("Copy", "MarkSweepCompact", "PS Scavenge", "PS MarkSweep");

    @Autowired
    RequirePinning() {
        this(ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(MemoryManagerMXBean::getName)
                .toList());
    }

    /**
     * @param collectors as Java calls them
     * @throws IllegalStateException if one of them cannot collect while a photo is decoded
     */
    RequirePinning(Collection<String> collectors) {
        if (collectors.stream().anyMatch(WAITING::contains)) {
            throw new IllegalStateException("with the collector " + String.join(" and ", collectors)
                    + " a broken photo can stop the centre for good; start Java with -XX:+UseG1GC");
        }
    }
}
