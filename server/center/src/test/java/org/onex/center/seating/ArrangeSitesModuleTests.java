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
    private record Run(int breaksAt, List<String> progress) implements JobRun {

        static Run whole() {
            return new Run(Integer.MAX_VALUE, new ArrayList<>());
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
        assertThat(work.run(run)).isEqualTo(Map.of("arranged", 1, "blocked", 1, "people", 90));
        assertThat(run.progress()).containsExactly("0/2", "1/2", "2/2");
        assertThat(desk.directory.arrangedSites(SPRING.code())).containsExactly(HERE.site());
        assertThat(desk.state(THERE)).isEqualTo(Arrangement.State.TO_OPEN);
        assertThat(desk.lastFacts("seating.arrange-seats")).contains("\"seed\":3");
    }

    @Test
    void aRunThatBrokeOffIsGoneOnWithAndLeavesWhatIsArranged() {
        twoSites();
        desk.open(THERE, wanted(2, FAR_SITE, 0, 20));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> work.run(new Run(2, new ArrayList<>())));
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
