package org.onex.center.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.InformationState;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.photo.PhotoDemand;
import org.onex.center.photo.PhotoDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** Says whether people can be registered as their college wishes, by what is known now (domain rules: 003 §二, 004 §三). */
@Component
class JudgeWishes {

    private static final Map<InformationState, RegistrationRefused.Code> LACKING = Map.of(
            InformationState.INCOMPLETE, RegistrationRefused.Code.INFORMATION_INCOMPLETE,
            InformationState.PHOTO_MISSING, RegistrationRefused.Code.PHOTO_MISSING,
            InformationState.PENDING, RegistrationRefused.Code.INFORMATION_PENDING,
            InformationState.DOUBTFUL, RegistrationRefused.Code.INFORMATION_DOUBTFUL);

    private final Registrations registrations;
    private final Gates gates;
    private final PlanDirectory plans;
    private final OrganizationDirectory organizations;
    private final PhotoDirectory photos;
    private final RegistrationDirectory.SettledSessions settled;

    JudgeWishes(
            Registrations registrations,
            Gates gates,
            PlanDirectory plans,
            OrganizationDirectory organizations,
            PhotoDirectory photos,
            RegistrationDirectory.SettledSessions settled) {
        this.registrations = registrations;
        this.gates = gates;
        this.plans = plans;
        this.organizations = organizations;
        this.photos = photos;
        this.settled = settled;
    }

    /** One judgement each, in their order; an earlier one that is possible counts for the later ones. */
    List<Judgement> judge(Collection<ReadWishes.WishReading> readings, Instant now) {
        return judge(readings, now, null);
    }

    /**
     * @param leftOut a registration that will not be there any more
     */
    List<Judgement> judge(Collection<ReadWishes.WishReading> readings, Instant now, @Nullable RegistrationKey leftOut) {
        var wishes = readings.stream()
                .map(ReadWishes.WishReading::wish)
                .filter(Objects::nonNull)
                .toList();
        var sitting = new Sitting(wishes, now, leftOut);
        return readings.stream().map(sitting::judge).toList();
    }

    private final class Sitting {

        private final Instant now;
        private final Map<UUID, List<Registration>> standing;
        private final Map<UUID, List<Commitment>> commitments = new HashMap<>();
        private final Map<String, Gate> open;
        private final Map<String, Optional<PlanOutline>> knownPlans = new HashMap<>();
        private final Map<String, Boolean> pilots = new HashMap<>();
        private final Map<String, Set<EnrolmentKey>> fitting = new HashMap<>();

        Sitting(List<Wish> wishes, Instant now, @Nullable RegistrationKey leftOut) {
            this.now = now;
            this.open = gates.find(
                    wishes.stream().map(wish -> wish.plan().code()).distinct().toList());
            this.standing = new HashMap<>();
            wishes.forEach(wish -> knownPlans.put(wish.plan().code(), Optional.of(wish.plan())));
            wishes.stream().collect(Collectors.groupingBy(Wish::plan)).forEach(this::lookAtPhotos);
            var everything = registrations.standing(
                    wishes.stream().map(Wish::candidate).distinct().toList());
            var given = settled.of(everything.keySet());
            everything.forEach((candidate, theirs) -> {
                var kept = theirs.stream()
                        .filter(one -> !one.key().equals(leftOut))
                        .toList();
                standing.put(candidate, kept);
                commitments.put(
                        candidate,
                        new ArrayList<>(kept.stream()
                                .flatMap(one -> commitment(one, given.get(one.key())).stream())
                                .toList()));
            });
        }

        private void lookAtPhotos(PlanOutline plan, List<Wish> wishes) {
            var asked = plan.photo();
            if (asked != null) {
                var demand = new PhotoDemand(asked.formats(), asked.maxMegabytes(), asked.width(), asked.height());
                fitting.put(
                        plan.code(),
                        photos.fitting(
                                wishes.stream().map(wish -> wish.who().key()).toList(), demand));
            }
        }

        Judgement judge(ReadWishes.WishReading reading) {
            var wish = reading.wish();
            if (wish == null) {
                return Judgement.refused(null, reading.refusals());
            }
            var same = standing.getOrDefault(wish.candidate(), List.of()).stream()
                    .filter(one -> one.what().equals(wish.what()))
                    .findFirst();
            if (same.filter(one ->
                            isOwn(one, wish) && one.site().equals(wish.site().id()))
                    .isPresent()) {
                return Judgement.already(wish, same.get());
            }
            var refusals = new ArrayList<Refusal>();
            addRefusals(wish, refusals);
            // Only who may register somebody learns what the person is registered for elsewhere, and when.
            if (refusals.isEmpty()) {
                same.ifPresentOrElse(
                        one -> refusals.add(duplicate(isOwn(one, wish))), () -> requireTime(wish, refusals));
            }
            if (!refusals.isEmpty()) {
                return Judgement.refused(wish, refusals);
            }
            commitments
                    .computeIfAbsent(wish.candidate(), candidate -> new ArrayList<>())
                    .add(wish.commitment());
            return Judgement.possible(wish);
        }

        private static boolean isOwn(Registration registration, Wish wish) {
            return registration.isOf(wish.who().college());
        }

        private static Refusal duplicate(boolean isOwn) {
            return Refusal.of(
                    RegistrationField.ID_NUMBER,
                    isOwn ? RegistrationRefused.Code.DUPLICATE : RegistrationRefused.Code.DUPLICATE_ELSEWHERE);
        }

        private void addRefusals(Wish wish, List<Refusal> refusals) {
            var gate = open.get(wish.plan().code());
            if (gate == null) {
                refusals.add(Refusal.of(RegistrationField.PLAN, RegistrationRefused.Code.PLAN_UNKNOWN));
            } else if (!gate.isOpenAt(now)) {
                refusals.add(gate.refused());
            }
            requireKnown(wish, refusals);
            requireAdmitted(wish, refusals);
            requireSite(wish, refusals);
        }

        private void requireKnown(Wish wish, List<Refusal> refusals) {
            var lacking = LACKING.get(wish.who().state());
            var fit = fitting.get(wish.plan().code());
            if (lacking != null) {
                refusals.add(Refusal.of(RegistrationField.ID_NUMBER, lacking));
            } else if (fit != null && !fit.contains(wish.who().key())) {
                refusals.add(Refusal.of(
                        RegistrationField.ID_NUMBER,
                        RegistrationRefused.Code.PHOTO_UNFIT,
                        "demand",
                        demanded(wish.plan().photo())));
            }
        }

        /** In signs that need no translation. */
        private static String demanded(PlanOutline.@Nullable PhotoWish asked) {
            if (asked == null) {
                return "";
            }
            var parts = new ArrayList<>(List.of(String.join("/", asked.formats())));
            if (asked.maxMegabytes() != null) {
                parts.add("≤ " + asked.maxMegabytes() + " MB");
            }
            if (asked.width() != null && asked.height() != null) {
                parts.add(asked.width() + "×" + asked.height());
            }
            return String.join(", ", parts);
        }

        private void requireAdmitted(Wish wish, List<Refusal> refusals) {
            var admission = wish.plan().admission();
            var kind = wish.who().kind();
            if (!(kind == CandidateKind.COLLEGE ? admission.collegeCandidates() : admission.publicCandidates())) {
                refusals.add(Refusal.of(
                        RegistrationField.KIND,
                        RegistrationRefused.Code.KIND_NOT_ADMITTED,
                        "kind",
                        ReadWishes.printed(kind)));
            }
            if (!admission.nonPilotColleges() && !isPilot(wish.who().college())) {
                refusals.add(Refusal.of(RegistrationField.COLLEGE, RegistrationRefused.Code.COLLEGE_NOT_ADMITTED));
            }
        }

        private boolean isPilot(String college) {
            return pilots.computeIfAbsent(
                    college,
                    code -> organizations
                            .college(code)
                            .map(CollegeOutline::pilot)
                            .orElse(false));
        }

        private static void requireSite(Wish wish, List<Refusal> refusals) {
            var site = wish.site();
            if (!site.qualification().equals(wish.what().qualification())) {
                refusals.add(Refusal.of(RegistrationField.SITE, RegistrationRefused.Code.SITE_OTHER_QUALIFICATION));
            } else if (!site.approved()) {
                refusals.add(Refusal.of(RegistrationField.SITE, RegistrationRefused.Code.SITE_NOT_APPROVED));
            } else if (!site.college().equals(wish.who().college())) {
                refusals.add(Refusal.of(RegistrationField.SITE, RegistrationRefused.Code.HOSTING_NOT_AGREED));
            }
        }

        private void requireTime(Wish wish, List<Refusal> refusals) {
            var held = commitments.getOrDefault(wish.candidate(), List.of());
            if (held.stream().anyMatch(one -> one.what().equals(wish.what()))) {
                // The same wish, in other words, a few rows before.
                refusals.add(duplicate(true));
                return;
            }
            new Timetable(held)
                    .clashWith(wish.commitment())
                    .ifPresent(other -> refusals.add(new Refusal(
                            RegistrationField.LEVEL, RegistrationRefused.Code.CLASH, factsOf(other, wish))));
        }

        /** Outsiders learn when somebody has no time, not why. */
        private Map<String, Object> factsOf(Commitment other, Wish wish) {
            var hours = other.hoursInTheWayOf(wish.commitment());
            var opens = Window.inBeijing(hours.opens());
            return Map.of(
                    "day", opens.toLocalDate().toString(),
                    "opens", opens.toLocalTime().toString(),
                    "closes", Window.inBeijing(hours.closes()).toLocalTime().toString(),
                    "other", other.college().equals(wish.who().college()) ? printed(other) : "");
        }

        private String printed(Commitment other) {
            var plan = plan(other.what().plan());
            var offered = plan.flatMap(known ->
                    known.offering(other.what().qualification(), other.what().level()));
            return plan.map(PlanOutline::name).orElse(other.what().plan())
                    + " "
                    + offered.map(one -> one.qualification().name())
                            .orElse(other.what().qualification())
                    + " "
                    + other.what().level().printedName();
        }

        /** Whoever has got their session has no other any more. */
        private Optional<Commitment> commitment(Registration registration, @Nullable Integer given) {
            var what = registration.what();
            return plan(what.plan())
                    .flatMap(plan -> plan.offering(what.qualification(), what.level()))
                    .map(PlanOutline.Offered::spans)
                    .map(spans -> given == null ? spans : List.of(spans.get(given - 1)))
                    .map(spans -> new Commitment(what, registration.who().college(), spans));
        }

        private Optional<PlanOutline> plan(String code) {
            return knownPlans.computeIfAbsent(code, plans::published);
        }
    }
}
