package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.DataKey;

class BundleCheckTests {

    private final SiteBundles site = new SiteBundles(Instant.parse("2024-05-18T06:00:00Z"))
            .seat(1, SiteBundles.ROOM, 1)
            .seat(2, SiteBundles.ROOM, 2)
            .keeper("JKC0000001", SiteBundles.ROOM);
    private final SiteBundle whole = site.version(1);
    private final Map<String, byte[]> files = new HashMap<>(site.bytes());

    private void assertBroken(SiteBundle bundle, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BundleCheck(bundle, BundleFiles.of(files)).requireWhole())
                .withMessageContaining(problem);
    }

    private SiteBundle with(List<SiteBundle.Session> sessions, List<SiteBundle.Seating> seatings) {
        return new SiteBundle(
                whole.format(),
                whole.id(),
                whole.version(),
                whole.title(),
                whole.place(),
                whole.idHashKey(),
                whole.photoKey(),
                sessions,
                seatings,
                whole.invigilators());
    }

    private SiteBundle withFirstSeat(UnaryOperator<SiteBundle.Seating> change) {
        var seatings = whole.seatings();
        return with(whole.sessions(), List.of(change.apply(seatings.getFirst()), seatings.getLast()));
    }

    private static SiteBundle.Seating seating(
            SiteBundle.Seating old, String ticket, int number, List<SiteBundle.Run> runs) {
        return new SiteBundle.Seating(
                ticket, old.name(), old.maskedId(), old.idHash(), old.room(), number, 0, old.photo(), runs);
    }

    @Test
    void oneThatHoldsTogetherIsFine() {
        assertThatCode(() -> new BundleCheck(whole, BundleFiles.of(files)).requireWhole())
                .doesNotThrowAnyException();
    }

    @Test
    void aFileThatIsMissingCutOrChangedIsNamed() {
        var paper = whole.sessions().getFirst().papers().getFirst().sha256();
        var photo = whole.seatings().getFirst().photo();
        assertThat(photo).isNotNull();
        var bytes = files.remove(paper);
        assertBroken(whole, "paper A");
        files.put(paper, new byte[] {1});
        assertBroken(whole, "paper A");
        files.put(paper, bytes);
        files.put(photo.sha256(), DataKey.random().seal(new byte[9], InstallSession.PHOTO));
        assertBroken(whole, "photo of seat 1");
    }

    @Test
    void aSubjectFollowsOnlyOneThatStandsBeforeIt() {
        var sessions = whole.sessions();
        assertBroken(with(sessions.reversed(), whole.seatings()), "does not lead to it");
        assertBroken(with(List.of(sessions.getFirst(), sessions.getFirst()), List.of()), "is there twice");
        assertBroken(with(List.of(), List.of()), "without a session");
    }

    @Test
    void aSeatATicketAndARunAreThereOnce() {
        var other = whole.seatings().getLast();
        assertBroken(withFirstSeat(old -> seating(old, other.ticket(), 1, old.runs())), "ticket of seat 2");
        assertBroken(withFirstSeat(old -> seating(old, old.ticket(), 2, old.runs())), "seat 2");
        assertBroken(withFirstSeat(old -> seating(old, old.ticket(), 1, other.runs())), "a run that is there twice");
        assertBroken(withFirstSeat(old -> seating(old, old.ticket(), 1, List.of())), "sits nothing");
    }

    @Test
    void everyRunHasASessionAndAFormOfTheBundle() {
        var elsewhere = new SiteBundle.Run(new UUID(1, 2), new UUID(9, 9), "A");
        var form = new SiteBundle.Run(new UUID(1, 2), site.theory, "Z");
        assertBroken(withFirstSeat(old -> seating(old, old.ticket(), 1, List.of(elsewhere))), "not in the bundle");
        assertBroken(withFirstSeat(old -> seating(old, old.ticket(), 1, List.of(form))), "form Z");
    }

    @Test
    void whoDoesNotSitTheSubjectBeforeWaitsForTheNearestOneThatTheySit() {
        var order = new HashMap<UUID, UUID>();
        var first = new SiteBundle.Run(new UUID(1, 1), new UUID(0, 1), "A");
        var third = new SiteBundle.Run(new UUID(1, 3), new UUID(0, 3), "A");
        order.put(new UUID(0, 2), new UUID(0, 1));
        order.put(new UUID(0, 3), new UUID(0, 2));
        assertThat(Bundles.before(third, List.of(first, third), order)).isEqualTo(first.attempt());
        assertThat(Bundles.before(third, List.of(third), order)).isNull();
        assertThat(Bundles.before(first, List.of(first, third), order)).isNull();
    }
}
