package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.staffing.StaffingFixtures.BODY;
import static org.onex.center.staffing.StaffingFixtures.HONGKE;
import static org.onex.center.staffing.StaffingFixtures.OTHER_BODY;
import static org.onex.center.staffing.StaffingFixtures.teacher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the module do again and again: publish plans, approve sites and invigilators, look at what is stored. */
final class StaffingDesk {

    static final String PLAN = "HK-2024-1-01";
    static final String OTHER_PLAN = "HK-2024-1-03";

    private final JdbcClient jdbc;
    private final ApplyForInvigilators apply;
    private final StaffingPlaces places;
    private final StaffedSites sites;
    private final Assignments assignments;

    StaffingDesk(
            JdbcClient jdbc,
            ApplyForInvigilators apply,
            StaffingPlaces places,
            StaffedSites sites,
            Assignments assignments) {
        this.jdbc = jdbc;
        this.apply = apply;
        this.places = places;
        this.sites = sites;
        this.assignments = assignments;
    }

    /** 003, and two colleges. */
    void publishNotice(int port) {
        Parties.enter(port);
        jdbc.sql("insert into organization.college (code, name, province, pilot) values ('90002', '示范二', '江苏', true)")
                .update();
        try (var officer = Staff.signedIn(port, "hongke")) {
            var loaded = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
            assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
            var id = loaded.body().path("id").asString();
            assertThat(officer.post("/api/plan/notices/" + id + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
    }

    /** An approved site of a college, each for a qualification of its own; rooms are written down elsewhere. */
    UUID site(String college) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into catalog.qualification (code, awarding_body, name, short_name) values (:q, :body, :q, :q)")
                .param("q", id.toString())
                .param("body", HONGKE)
                .update();
        jdbc.sql("""
                insert into site.site (id, version, state, since, college, province, qualification, awarding_body,
                                       name, address, manager_name)
                values (:id, 3, 'APPROVED', '2024-04-01T00:00:00Z', :college, '安徽', :q, :body, :name, '学府路1号', '')
                """)
                .param("id", id)
                .param("q", id.toString())
                .param("college", college)
                .param("body", HONGKE)
                .param("name", "考点" + id)
                .update();
        return id;
    }

    void clear() {
        for (var table : List.of("pin", "assignment", "site_staffing", "invigilator", "invigilator_number", "person")) {
            jdbc.sql("delete from staffing." + table).update();
        }
        jdbc.sql("delete from site.site").update();
    }

    /** So many of a college whom the body has entered on its behalf. */
    List<Invigilator> approved(String college, int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(number -> enter(college, HONGKE, teacher(number)))
                .toList();
    }

    Invigilator enter(String college, String body, Particulars particulars) {
        var between = new Invigilator.Between(college, body);
        return apply.enter(UUID.randomUUID(), between, particulars, body.equals(HONGKE) ? BODY : OTHER_BODY);
    }

    StaffingPlace place(String plan, UUID site) {
        return places.visible(plan, site, BODY);
    }

    int version(String plan, UUID site) {
        return sites.find(plan, site).orElse(StaffedSite.untouched(plan, site)).version();
    }

    List<Assignment> assigned(String plan, UUID site) {
        return assignments.of(plan, site).stream()
                .map(Assignments.Placed::assignment)
                .toList();
    }

    /** Who is in a room. */
    List<UUID> in(String plan, UUID site, UUID opening) {
        return assigned(plan, site).stream()
                .filter(one -> one.opening().equals(opening))
                .map(Assignment::invigilator)
                .toList();
    }

    void remember(String plan, UUID site, Assignment assignment) {
        assignments.add(sites.find(plan, site).orElseThrow(), List.of(assignment));
    }

    /** Somebody who is in two rooms whose hours overlap, over all sites and plans, told apart by their phone. */
    int peopleInTwoRoomsAtOnce() {
        return jdbc.sql("""
                select count(*) from staffing.assignment a join staffing.invigilator i on i.id = a.invigilator_id
                join staffing.invigilator j on j.phone_hash = i.phone_hash
                join staffing.assignment b on b.invigilator_id = j.id and b.opening_id <> a.opening_id
                where a.opens < b.closes and b.opens < a.closes
                """).query(Integer.class).single();
    }

    List<String> acts(Object subject) {
        return jdbc.sql("select act from audit.entry where subject = :subject order by number")
                .param("subject", subject.toString())
                .query((row, n) -> row.getString("act"))
                .list();
    }

    String lastFacts(String act) {
        return jdbc.sql("select facts from audit.entry where act = :act order by number desc limit 1")
                .param("act", act)
                .query(String.class)
                .single();
    }

    /** They begin at the same moment; what each of them was told. */
    static List<String> atOnce(List<? extends Callable<?>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = acts.stream()
                    .map(act -> (Callable<String>) () -> {
                        start.await();
                        try {
                            act.call();
                            return "done";
                        } catch (StaffingRefused e) {
                            return e.code();
                        }
                    })
                    .toList();
            var outcomes = new ArrayList<String>();
            for (var one : people.invokeAll(asked)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
