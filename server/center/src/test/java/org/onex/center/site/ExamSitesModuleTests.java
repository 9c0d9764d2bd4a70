package org.onex.center.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.site.SiteFixtures.BODY;
import static org.onex.center.site.SiteFixtures.COLLEGE;
import static org.onex.center.site.SiteFixtures.MONDAY;
import static org.onex.center.site.SiteFixtures.OFFICER;
import static org.onex.center.site.SiteFixtures.OPERATOR;
import static org.onex.center.site.SiteFixtures.OTHER_BODY;
import static org.onex.center.site.SiteFixtures.OTHER_COLLEGE;
import static org.onex.center.site.SiteFixtures.SHOPS;
import static org.onex.center.site.SiteFixtures.complete;
import static org.onex.center.site.SiteFixtures.details;
import static org.onex.center.site.SiteFixtures.room;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.center.OneConnection;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.postgres.TestPostgres;
import org.onex.foundation.vault.Vault;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sites in a real database: what is stored, the list that pages, and two people at once. */
class ExamSitesModuleTests {

    private static final SiteList.Filter ANY = new SiteList.Filter(null, null, null);

    @TempDir
    private Path keys;

    private HikariDataSource database;
    private JdbcClient jdbc;
    private ExamSites sites;
    private SiteList list;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        for (var body : List.of("990000003", "990000004")) {
            jdbc.sql("insert into organization.awarding_body (code, name, short_name) values (:c, :c, :c)")
                    .param("c", body)
                    .update();
        }
        for (int i = 1; i <= 9; i++) {
            jdbc.sql("insert into organization.college (code, name, province, pilot) values (:c, :c, '安徽', true)")
                    .param("c", "9000" + i)
                    .update();
        }
        for (var code : List.of("WDYY", "ZBDS")) {
            jdbc.sql(
                            "insert into catalog.qualification (code, awarding_body, name, short_name) values (:c, 'x', :c, :c)")
                    .param("c", code)
                    .update();
        }
        vault = Vault.open(keys, "center", null);
        sites = new ExamSites(jdbc, vault);
        list = new SiteList(jdbc);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void thePhoneNumberOfItsManagerIsNotReadableInTheDatabase() {
        var site = SiteFixtures.oneInEachState().getFirst();
        var phone = site.details().manager().phone();
        sites.add(site);
        assertThat(phone).isNotEmpty();
        assertThat(jdbc.sql("select position(convert_to(:phone, 'UTF8') in manager_phone_sealed) from site.site")
                        .param("phone", phone)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsFoundIsWhatWasStoredInEveryState() {
        for (var site : SiteFixtures.oneInEachState()) {
            jdbc.sql("delete from site.room").update();
            jdbc.sql("delete from site.site").update();
            sites.add(site);
            assertThat(sites.find(site.id())).contains(site);
        }
    }

    @Test
    void oneConnectionIsEnoughToReadASiteWithItsRooms() {
        var site = stored(draftOf("90001", SHOPS));
        var read = OneConnection.with(database, one -> {
            var few = new ExamSites(one, vault);
            return List.of(
                    few.find(site.id()).orElseThrow(),
                    few.findForChange(site.id()).orElseThrow());
        });
        assertThat(read).containsExactly(site, site);
    }

    @Test
    void otherRoomsReplaceTheOldOnes() {
        var site = stored(draftOf("90001", SHOPS));
        var revised = site.revised(details(room("501室", 90, 5), room("301室", 10, 1)), 1, OFFICER);
        sites.revise(revised);
        assertThat(sites.find(site.id())).contains(revised);
    }

    @Test
    void aCollegeHasOneLivingApplicationForAQualification() {
        var first = stored(draftOf("90001", SHOPS));
        assertThatExceptionOfType(SiteRefused.class)
                .isThrownBy(() -> sites.add(draftOf("90001", SHOPS)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("site.already-applied"));
        stored(draftOf("90001", streaming()));
        stored(draftOf("90002", SHOPS));

        var pending = changed(first.submitted(1, OFFICER, MONDAY));
        var approved = changed(pending.approved(2, BODY, MONDAY));
        changed(approved.suspended(3, "机房改造", BODY, MONDAY));
        stored(draftOf("90001", SHOPS));
    }

    @Test
    void ofTwoApplicationsAtOnceOneIsTaken() throws Exception {
        var outcomes = atOnce(() -> {
            sites.add(draftOf("90001", SHOPS));
            return "taken";
        });
        assertThat(outcomes).filteredOn("taken"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("site.already-applied"::equals).hasSize(7);
    }

    @Test
    void ofTwoRevisionsOfTheSameVersionOneIsTaken() throws Exception {
        var site = stored(draftOf("90001", SHOPS));
        var outcomes = atOnce(() -> {
            sites.change(site.revised(complete(), 1, OFFICER));
            return "taken";
        });
        assertThat(outcomes).filteredOn("taken"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("site.changed"::equals).hasSize(7);
        assertThat(sites.find(site.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void theListPagesFromTheLongestWaitingOnWithoutRepeatingOrSkipping() {
        var expected = new ArrayList<String>();
        for (int i = 9; i >= 1; i--) {
            // Three at a time come at the same moment.
            var at = MONDAY.plus(Duration.ofMinutes((9 - i) / 3));
            var site = draftOf("9000" + i, SHOPS);
            sites.add(new ExamSite(
                    site.id(),
                    2,
                    ExamSite.State.PENDING,
                    at,
                    site.college(),
                    site.province(),
                    site.qualification(),
                    site.awardingBody(),
                    site.details(),
                    null));
            expected.add(site.college());
        }
        var seen = new ArrayList<String>();
        var after = "";
        for (int page = 0; page < 5; page++) {
            var rows = list.find(ANY, BODY, after, 2);
            rows.forEach(row -> seen.add(row.college()));
            after = rows.getLast().key();
        }
        assertThat(seen).containsExactlyElementsOf(expected);
        assertThat(list.find(ANY, BODY, after, 2)).isEmpty();
        assertThat(list.count(ANY, BODY)).isEqualTo(9);
    }

    @Test
    void everybodyIsListedWhatTheyMaySee() {
        stored(draftOf("90001", SHOPS));
        var other = stored(draftOf("90002", streaming()));
        changed(other.submitted(1, OTHER_COLLEGE, MONDAY));

        assertThat(colleges(ANY, OFFICER)).containsExactly("90001");
        assertThat(colleges(ANY, OTHER_COLLEGE)).containsExactly("90002");
        assertThat(colleges(ANY, BODY)).isEmpty();
        assertThat(colleges(ANY, OTHER_BODY)).containsExactly("90002");
        assertThat(colleges(ANY, OPERATOR)).containsExactly("90002");
        assertThat(list.count(ANY, BODY)).isZero();
    }

    @Test
    void isFoundByStateQualificationAndPartOfItsName() {
        stored(draftOf("90001", SHOPS));
        var streaming = stored(draftOf("90001", streaming()));
        changed(streaming.submitted(1, OFFICER, MONDAY));

        assertThat(qualifications(ExamSite.State.PENDING, null, null)).containsExactly("ZBDS");
        assertThat(qualifications(null, "WDYY", null)).containsExactly("WDYY");
        assertThat(qualifications(null, null, " 示范一 ")).hasSize(2);
        assertThat(qualifications(null, null, "100%")).isEmpty();
        assertThat(qualifications(ExamSite.State.APPROVED, null, null)).isEmpty();
    }

    @Test
    void aLineCountsRoomsAndMachines() {
        stored(draftOf("90001", SHOPS));
        var row = list.find(ANY, OFFICER, "", 10).getFirst();
        assertThat(row.rooms()).isEqualTo(2);
        assertThat(row.machines()).isEqualTo(100);
    }

    @Test
    void aPlaceInTheListThatWeNeverGaveIsRefused() {
        for (var cursor : List.of("x", "2024-04-22T01:00:00Z|x", "x|" + Ids.next())) {
            assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> list.find(ANY, BODY, cursor, 2));
        }
    }

    private List<String> colleges(SiteList.Filter filter, Actor actor) {
        return list.find(filter, actor, "", 10).stream()
                .map(SiteList.Row::college)
                .toList();
    }

    private List<String> qualifications(
            ExamSite.@Nullable State state, @Nullable String qualification, @Nullable String q) {
        return list.find(new SiteList.Filter(state, qualification, q), OFFICER, "", 10).stream()
                .map(SiteList.Row::qualification)
                .toList();
    }

    private ExamSite stored(ExamSite site) {
        sites.add(site);
        return site;
    }

    private ExamSite changed(ExamSite site) {
        sites.change(site);
        return site;
    }

    private static ExamSite draftOf(String college, QualificationOutline qualification) {
        var outline = new CollegeOutline(college, COLLEGE.name(), COLLEGE.province(), true);
        return ExamSite.begun(Ids.next(), outline, qualification, complete(), MONDAY);
    }

    private static QualificationOutline streaming() {
        return new QualificationOutline("ZBDS", "直播电商职业技能等级证书", "直播电商", "990000003");
    }

    /** Eight people do it together; what each of them was told. */
    private static List<String> atOnce(Callable<String> act) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<String>();
            Callable<String> asked = () -> {
                try {
                    return act.call();
                } catch (SiteRefused e) {
                    return e.code();
                }
            };
            var told = people.invokeAll(Collections.nCopies(8, asked));
            for (var one : told) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
