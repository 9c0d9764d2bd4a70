package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.seating.SeatingDesk.BODY;
import static org.onex.center.seating.SeatingDesk.FAR_SITE;
import static org.onex.center.seating.SeatingDesk.HERE;
import static org.onex.center.seating.SeatingDesk.NEIGHBOUR;
import static org.onex.center.seating.SeatingDesk.OTHER_BODY;
import static org.onex.center.seating.SeatingDesk.SPRING;
import static org.onex.center.seating.SeatingDesk.THERE;
import static org.onex.center.seating.SeatingDesk.assertRefused;
import static org.onex.center.seating.SeatingDesk.beginners;
import static org.onex.center.seating.SeatingDesk.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onex.center.CenterTest;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobRun;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;

/** All sites of a plan in one job: each for itself, and as often as it takes. */
@CenterTest
@Import(SeatingDesk.class)
@Timeout(120)
class ArrangeSitesModuleTests {

    @Autowired
    private ObjectProvider<SeatingDesk> desks;

    @Autowired
    private StartJob jobs;

    @Autowired
    private AuditTrail trail;

    private SeatingDesk desk;
    private ArrangeSites work;

    @BeforeEach
    void setUp() {
        desk = desks.getObject();
        desk.setUp();
        work = new ArrangeSites(desk.arrangements, desk.arrange, desk.hall, jobs, trail);
    }

    /** A run that breaks off when it says for the n-th time how far it is. */
    private record Run(int breaksAt, List<String> progress, Runnable atFirst) implements JobRun {

        static Run whole() {
            return during(() -> {});
        }

        /** A run at whose beginning somebody does something. */
        static Run during(Runnable act) {
            return new Run(Integer.MAX_VALUE, new ArrayList<>(), act);
        }

        @Override
        public String subject() {
            return new ArrangeSites.Round(SPRING.code(), 3).subject();
        }

        @Override
        public Actor actor() {
            return BODY;
        }

        @Override
        public void progress(long done, long total) {
            progress.add(done + "/" + total);
            if (progress.size() == 1) {
                atFirst.run();
            }
            if (progress.size() == breaksAt) {
                throw new IllegalStateException("the machine is gone");
            }
        }
    }

    private void twoSites() {
        desk.rolls.put(THERE, beginners(NEIGHBOUR, 20));
        desk.ninetyInTwoRooms();
    }

    @Test
    void aSiteThatCannotBeArrangedKeepsTheOthersFromNothing() {
        twoSites();
        var run = Run.whole();
        assertThat(work.run(run))
                .isEqualTo(Map.of(
                        "arranged", 1, "blocked", 1, "people", 90, "refused", List.of("考点三: seating.no-openings")));
        assertThat(run.progress()).containsExactly("0/2", "1/2", "2/2");
        assertThat(desk.directory.arrangedSites(SPRING.code())).containsExactly(HERE.site());
        assertThat(desk.state(THERE)).isEqualTo(Arrangement.State.TO_OPEN);
        assertThat(desk.lastFacts("seating.arrange-seats")).contains("\"seed\":3");
    }

    @Test
    void whatIsOpenedWhileTheJobRunsIsArrangedAsItIsThen() {
        twoSites();
        var run = Run.during(() -> desk.open(THERE, wanted(2, FAR_SITE, 0, 20)));
        assertThat(work.run(run)).isEqualTo(Map.of("arranged", 2, "blocked", 0, "people", 110));
    }

    @Test
    void aSiteAtWhichSomethingIsWrongKeepsTheOthersFromNothing() {
        twoSites();
        desk.open(THERE, wanted(2, FAR_SITE, 0, 20));
        var who = desk.rolls.registered(THERE.plan(), THERE.site()).getFirst();
        // A session that nobody knows who gave it.
        desk.jdbc
                .sql("""
                insert into seating.given_session (candidate_id, registration_id, plan, qualification, level, site_id, session)
                values (:candidate, :registration, 'X', 'X', 'X', :site, 1)
                """)
                .param("candidate", who.key().candidate())
                .param("registration", who.key().id())
                .param("site", THERE.site())
                .update();
        assertThat(work.run(Run.whole()))
                .isEqualTo(Map.of("arranged", 1, "blocked", 1, "people", 90, "refused", List.of("考点三: unexpected")));
        assertThat(desk.directory.arrangedSites(SPRING.code())).containsExactly(HERE.site());
    }

    @Test
    void aDatabaseThatIsAwayBreaksTheRunOff() {
        twoSites();
        desk.hall.fails = new QueryTimeoutException("away");
        assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> work.run(Run.whole()));
    }

    @Test
    void aRunThatBrokeOffIsGoneOnWithAndLeavesWhatIsArranged() {
        twoSites();
        desk.open(THERE, wanted(2, FAR_SITE, 0, 20));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> work.run(new Run(2, new ArrayList<>(), () -> {})));
        var arranged = desk.directory.arrangedSites(SPRING.code());
        assertThat(arranged).hasSize(1);
        var seats = desk.seats.of(new PlanSite(SPRING.code(), arranged.getFirst()));
        assertThat(work.run(Run.whole())).isEqualTo(Map.of("arranged", 2, "blocked", 0, "people", 110));
        assertThat(desk.seats.of(new PlanSite(SPRING.code(), arranged.getFirst())))
                .isEqualTo(seats);
        assertThat(work.run(Run.whole())).isEqualTo(Map.of("arranged", 2, "blocked", 0, "people", 110));
        assertThat(desk.published).as("each once").hasSize(2);
    }

    @Test
    void onlyTheBodyOfAPublishedPlanStartsIt() {
        assertRefused(
                "plan-unknown",
                Map.of("plan", SPRING.code()),
                () -> desk.inTransaction(() -> work.start(SPRING.code(), 1, OTHER_BODY)));
        assertRefused("plan-unknown", Map.of("plan", "X"), () -> desk.inTransaction(() -> work.start("X", 1, BODY)));
    }
}
