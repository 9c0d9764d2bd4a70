package org.onex.center.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.dispatch.DispatchDirectory;
import org.springframework.stereotype.Component;

/** What was sent to a site, asked once for the hundreds of files that come back of it; a version never changes. */
@Component
class SentRuns {

    private static final int REMEMBERED = 64;

    private final DispatchDirectory dispatch;
    private final Map<Version, PackedRuns> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, PackedRuns> eldest) {
            return size() > REMEMBERED;
        }
    };

    SentRuns(DispatchDirectory dispatch) {
        this.dispatch = dispatch;
    }

    /** Whether a script of this bundle is to be sat elsewhere by now, as it was packed last. */
    boolean hasMoved(SiteReturn held, UUID script) {
        var isHere = of(held.site(), held.bundle(), held.version())
                .filter(newest -> newest.runs().containsKey(script))
                .isPresent();
        return !isHere
                || dispatch.siteOf(script)
                        .filter(site -> !site.equals(held.site()))
                        .isPresent();
    }

    private record Version(UUID site, UUID bundle, int number) {}

    /** Empty if it was never packed for this site. */
    Optional<PackedRuns> of(UUID site, UUID bundle, int number) {
        var version = new Version(site, bundle, number);
        synchronized (remembered) {
            var known = remembered.get(version);
            if (known != null) {
                return Optional.of(known);
            }
        }
        var found = dispatch.sent(site, bundle, number).map(PackedRuns::of);
        synchronized (remembered) {
            found.ifPresent(runs -> remembered.put(version, runs));
        }
        return found;
    }
}
