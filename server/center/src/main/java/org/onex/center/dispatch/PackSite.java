package org.onex.center.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.catalog.Subject;
import org.onex.center.file.FileRefused;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
import org.onex.center.seating.Slot;
import org.onex.center.site.SiteDirectory;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.contract.bundle.SiteBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;

/** Packs what a site needs for each of its slots, from what the modules before say now; a slot that cannot be packed keeps no other waiting. */
@Service
class PackSite {

    private static final Logger log = LoggerFactory.getLogger(PackSite.class);

    private final SeatingDirectory seating;
    private final RegistrationDirectory registrations;
    private final StaffingDirectory staff;
    private final SiteDirectory sites;
    private final FixPapers papers;
    private final SealedPhotos photos;
    private final Bundles bundles;
    private final StoreBundle store;
    private final OpaqueIds ids;
    private final Clock clock;
    private final Duration keysBefore;

    PackSite(
            SeatingDirectory seating,
            RegistrationDirectory registrations,
            StaffingDirectory staff,
            SiteDirectory sites,
            FixPapers papers,
            SealedPhotos photos,
            Bundles bundles,
            StoreBundle store,
            OpaqueIds ids,
            Clock clock,
            @Value("${onex.dispatch.keys-before-start}") Duration keysBefore) {
        this.seating = seating;
        this.registrations = registrations;
        this.staff = staff;
        this.sites = sites;
        this.papers = papers;
        this.photos = photos;
        this.bundles = bundles;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.keysBefore = keysBefore;
    }

    /** What became of the slots; of none if the seats have been taken back. */
    List<StoreBundle.Outcome> pack(PlanOutline plan, UUID site, Actor actor) {
        // Looked at first: what was packed since is newer than what is found here.
        var seen = bundles.ofSite(plan.code(), site);
        try {
            // What changes while it is read makes the bundle stale, not wrong: the revision is read first.
            var staffing = staff.revision(plan.code(), site);
            var keepers = new RoomKeepers(staff.assigned(plan.code(), site), staff.pins(plan.code(), site));
            return seating.arranged(plan.code(), site)
                    .map(seated -> new Gathering(plan, seated, keepers, staffing, actor).outcomes(seen))
                    .orElse(List.of());
        } catch (RuntimeException trouble) {
            requireOwn(trouble);
            log.error("Nothing of site {} could be packed for {}", site, plan.code(), trouble);
            return seen.stream().map(this::broken).toList();
        }
    }

    private StoreBundle.Outcome broken(Bundle seen) {
        return store.block(seen, List.of(PackingFinding.unexpected()));
    }

    /** When the database is away, or the disk is full, that is nobody's own trouble: the job waits, or says so. */
    private static void requireOwn(RuntimeException trouble) {
        if (trouble instanceof DataAccessResourceFailureException
                || trouble instanceof TransientDataAccessException
                || trouble instanceof FileRefused
                || trouble instanceof CannotCreateTransactionException) {
            throw trouble;
        }
    }

    /** What is asked once for all slots of a site. */
    private final class Gathering {

        private final PlanOutline plan;
        private final SiteSeating seated;
        private final RoomKeepers keepers;
        private final Bundle.Source source;
        private final Actor actor;
        private final String siteName;
        private final Map<RegistrationKey, List<Subject>> subjects;

        Gathering(PlanOutline plan, SiteSeating seated, RoomKeepers keepers, int staffing, Actor actor) {
            this.plan = plan;
            this.seated = seated;
            this.keepers = keepers;
            this.source = new Bundle.Source(seated.version(), staffing);
            this.actor = actor;
            this.siteName = sites.venue(seated.site()).orElseThrow().name();
            this.subjects = registrations.registered(plan.code(), seated.site()).stream()
                    .collect(Collectors.toMap(Registered::key, Registered::subjects));
        }

        List<StoreBundle.Outcome> outcomes(List<Bundle> seen) {
            var slots = seated.slots().stream().collect(Collectors.toMap(Slot::number, Function.identity()));
            return seen.stream()
                    .filter(bundle -> slots.containsKey(bundle.place().slot()))
                    .map(bundle -> outcome(
                            bundle,
                            Objects.requireNonNull(slots.get(bundle.place().slot()))))
                    .toList();
        }

        private StoreBundle.Outcome outcome(Bundle seen, Slot slot) {
            try {
                return packed(seen, slot);
            } catch (RuntimeException trouble) {
                requireOwn(trouble);
                log.error("{} could not be packed", seen.place(), trouble);
                return broken(seen);
            }
        }

        private StoreBundle.Outcome packed(Bundle seen, Slot slot) {
            if (seen.isOver(clock.instant())) {
                return seen.packed() == null
                        ? store.block(
                                seen, List.of(PackingFinding.over(seen.hours().closes())))
                        : StoreBundle.Outcome.UNCHANGED;
            }
            var offered = ExamSession.of(plan, slot, keysBefore, ids);
            var roster = SlotRoster.of(seated, slot, offered, subjects);
            var settled = papers.settle(plan.code(), roster.sessions(), actor);
            if (!settled.problems().isEmpty()) {
                return store.block(seen, settled.problems());
            }
            return store.store(seen.place(), draft(seen.place(), roster, settled), source, actor);
        }

        private BundleDraft draft(BundlePlace place, SlotRoster roster, FixPapers.Settlement settled) {
            var keys = bundles.keys(place, ids.bundle(place.site(), place.plan(), place.slot()));
            var people =
                    roster.sitters().stream().map(SlotRoster.Sitter::enrolment).toList();
            var found = photos.of(people, place.site(), keys);
            var warnings = new ArrayList<>(settled.warnings());
            found.unreadableOf(roster).ifPresent(warnings::add);
            return new BundleDraft(
                    plan.name(),
                    new SiteBundle.Place(place.site(), siteName, place.plan(), place.slot()),
                    keys,
                    roster,
                    settled.papers(),
                    found.sealed(),
                    keepers,
                    warnings);
        }
    }
}
