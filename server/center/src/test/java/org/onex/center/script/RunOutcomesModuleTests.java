package org.onex.center.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.center.audit.AuditTrail;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.node.EnrolledNode;
import org.onex.center.node.NodeDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.bundle.RecordFile;
import org.onex.foundation.postgres.TestPostgres;
import org.onex.foundation.vault.Vault;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What became of runs, from what two exam servers of a site say, or do not say; in a real database. */
class RunOutcomesModuleTests {

    private static final Instant AT = Instant.parse("2024-05-18T10:00:00Z");
    private static final UUID SITE = UUID.randomUUID();
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final UUID ONE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @TempDir
    private Path keys;

    private final UUID run = UUID.randomUUID();
    private final Map<UUID, UUID> places = new HashMap<>(Map.of(run, SITE));
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private HikariDataSource database;
    private JdbcClient jdbc;
    private Vault vault;
    private AwaitedNodes awaited;
    private ReturnRows returned;
    private Records records;

    /** Both servers hold the bundle, and everything is to be sat where the test says. */
    private final class Packed implements DispatchDirectory {

        @Override
        public Map<UUID, UUID> sitesOf(Collection<UUID> scripts) {
            return places.entrySet().stream()
                    .filter(place -> scripts.contains(place.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public Map<UUID, Set<UUID>> holders(Collection<UUID> sites) {
            return Map.of(BUNDLE, Set.of(ONE, OTHER));
        }

        @Override
        public Optional<Sent> sent(UUID site, UUID bundle, int version) {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> siteOf(UUID script) {
            return Optional.ofNullable(places.get(script));
        }

        @Override
        public List<Run> runsOf(Collection<RegistrationKey> registrations) {
            return List.of();
        }

        @Override
        public Optional<Run> run(UUID script) {
            return Optional.empty();
        }
    }

    private static final class Servers implements NodeDirectory {

        @Override
        public Map<UUID, List<EnrolledNode>> ofSites(Collection<UUID> sites) {
            return Map.of();
        }

        @Override
        public List<Known> everOf(Collection<UUID> sites) {
            return List.of(new Known(ONE, "一号机", false), new Known(OTHER, "二号机", false));
        }
    }

    @BeforeEach
    void open() throws IOException {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        vault = Vault.open(keys, "test", null);
        var dispatch = new Packed();
        var returns = new SiteReturns(jdbc, new SentRuns(dispatch));
        records = new Records(jdbc, new NamedParameterJdbcTemplate(database), vault);
        awaited = new AwaitedNodes(
                returns,
                records,
                new ReturnList(jdbc),
                new Servers(),
                dispatch,
                event -> {},
                trail(),
                Clock.systemUTC());
        // What these rows refer to does not matter here.
        for (var other : List.of("plan", "college", "body")) {
            jdbc.sql("alter table script.site_return drop constraint site_return_" + other + "_fk")
                    .update();
        }
        returned = new ReturnRows(jdbc, SITE, BUNDLE, AT);
        returned.areAwaited("P");
    }

    /** Whoever gives a server up writes it down; nobody does here. */
    private AuditTrail trail() {
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.scan("org.onex.center.audit");
        context.refresh();
        return context.getBean(AuditTrail.class);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private void isGivenUp(UUID node) {
        jdbc.sql("""
                insert into script.waiver (site_id, bundle_id, node_id, reason, waived_at, waived_by)
                values (:site, :bundle, :node, '硬盘损坏', :at, '甲')
                """)
                .param("site", SITE)
                .param("bundle", BUNDLE)
                .param("node", node)
                .param("at", Timestamp.from(AT))
                .update();
    }

    private ScriptDirectory.@Nullable Outcome outcome() {
        return awaited.withoutScripts(List.of(run)).get(run);
    }

    @Test
    void nobodyIsAbsentBeforeEveryServerOfTheSiteHasSentEverything() {
        returned.say(run, ONE, RecordFile.Outcome.ABSENT, null);
        returned.announce(ONE, true);
        assertThat(outcome()).isNull();
        returned.announce(OTHER, false);
        assertThat(outcome()).isNull();
        returned.arrive();
        assertThat(outcome()).isEqualTo(ScriptDirectory.Outcome.ABSENT);
    }

    @Test
    void whereAServerWasGivenUpOnlyAnEmptySeatThatSomebodySawIsAnAbsence() {
        returned.say(run, ONE, RecordFile.Outcome.ABSENT, null);
        returned.announce(ONE, true);
        isGivenUp(OTHER);
        assertThat(outcome()).isNull();
        jdbc.sql("update script.outcome set seen = true").update();
        assertThat(outcome()).isNull();
        jdbc.sql("update script.outcome set seen = false").update();
        assertThat(outcome()).isEqualTo(ScriptDirectory.Outcome.ABSENT);
    }

    @Test
    void whoSignedInAtOneServerAndNeverBeganIsNotAbsent() {
        returned.say(run, ONE, RecordFile.Outcome.ABSENT, null);
        returned.say(run, OTHER, RecordFile.Outcome.NOT_STARTED, null);
        returned.announce(ONE, true);
        returned.announce(OTHER, true);
        assertThat(outcome()).isEqualTo(ScriptDirectory.Outcome.NOT_STARTED);
    }

    @Test
    void ofWhomAServerSaysThatThereIsAScriptIsNotAbsent() {
        returned.say(run, ONE, RecordFile.Outcome.ABSENT, false);
        returned.say(run, OTHER, RecordFile.Outcome.HANDED_IN, null);
        returned.announce(ONE, true);
        returned.announce(OTHER, true);
        assertThat(outcome()).isEqualTo(ScriptDirectory.Outcome.HANDED_IN);
    }

    @Test
    void whereItWasToBeSatBeforeNobodyCanSayThatItWasNot() {
        returned.say(run, ONE, RecordFile.Outcome.ABSENT, false);
        returned.announce(ONE, true);
        returned.announce(OTHER, true);
        places.put(run, UUID.randomUUID());
        assertThat(outcome()).isNull();
    }

    @Test
    void anIncidentThatTwoServersSendIsOneAndTheEarlierComesFirst() {
        var late = UUID.randomUUID();
        var early = UUID.randomUUID();
        incident(late, ONE, AT.plusSeconds(60));
        incident(late, OTHER, AT.plusSeconds(60));
        incident(early, OTHER, AT);
        assertThat(records.incidents(List.of(run)))
                .extracting(ScriptDirectory.Incident::id)
                .containsExactly(early, late);
        assertThat(records.incidents(List.of(run)))
                .extracting(ScriptDirectory.Incident::facts)
                .containsOnly("桌上有纸条");
        assertThat(records.incidents(List.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void whatSomebodyHasToRuleOnIsFoundWithoutItsWords() {
        var cheating = UUID.randomUUID();
        incident(cheating, ONE, AT);
        incident(cheating, OTHER, AT);
        var broken = UUID.randomUUID();
        incident(broken, ONE, AT);
        jdbc.sql("update script.incident set kind = 'EQUIPMENT' where id = :id")
                .param("id", broken)
                .update();
        jdbc.sql("update script.incident set facts_sealed = ''").update();
        assertThat(records.graveIncidents("P")).containsExactly(cheating);
        assertThat(records.graveIncidents("Q")).isEmpty();
    }

    @Test
    void anIncidentStaysWhenANewerRecordDoesNotHoldItAndIsListedAsSuperseded() {
        var gone = UUID.randomUUID();
        var kept = UUID.randomUUID();
        incident(gone, ONE, AT);
        incident(kept, ONE, AT.plusSeconds(60));
        incident(kept, OTHER, AT.plusSeconds(60));
        assertThat(records.incidents("P", null, 10)).noneMatch(ScriptDirectory.Incident::superseded);
        var held = new SiteReturns(jdbc, new SentRuns(new Packed()))
                .find(SITE, BUNDLE)
                .orElseThrow();
        var sender = new Sender(SITE, BUNDLE, ONE);
        records.replace(
                held,
                sender,
                new RecordFile(1, BUNDLE, 1, 2, AT, List.of(), List.of(), List.of()),
                new PackedRuns(BUNDLE, 1, Map.of()));
        assertThat(records.incidents(List.of(run)))
                .extracting(ScriptDirectory.Incident::id)
                .containsExactly(gone, kept);
        assertThat(records.incidents("P", null, 10))
                .as("another server of the site still says so")
                .filteredOn(ScriptDirectory.Incident::superseded)
                .extracting(ScriptDirectory.Incident::id)
                .containsExactly(gone);
        assertThat(records.incident("P", gone).orElseThrow().superseded()).isTrue();
        assertThat(records.graveIncidents("P")).contains(gone);
    }

    private void incident(UUID id, UUID node, Instant at) {
        jdbc.sql("""
                insert into script.incident
                    (script_id, node_id, id, site_id, bundle_id, plan, site_name, college, awarding_body, level, subject, kind, facts_sealed,
                     statement_sealed, number, second, at)
                values (:script, :node, :id, :site, :bundle, 'P', '考点', '90001', '990000004', 'ELEMENTARY', 'THEORY', 'CHEATING', :facts,
                        :statement, '01', null, :at)
                """)
                .param("script", run)
                .param("node", node)
                .param("id", id)
                .param("site", SITE)
                .param("bundle", BUNDLE)
                .param("facts", vault.seal("桌上有纸条", Records.factsOf(id)))
                .param("statement", vault.seal("", Records.statementOn(id)))
                .param("at", Timestamp.from(at))
                .update();
    }
}
