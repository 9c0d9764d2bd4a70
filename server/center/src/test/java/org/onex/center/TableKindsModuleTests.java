package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema keeps the door to a distributed database open: every table has a kind, and the catalogue obeys what its kind demands. */
class TableKindsModuleTests {

    private static final Map<String, String> DISTRIBUTED =
            Map.of("CANDIDATE", "candidate_id", "SITE", "site_id", "SCRIPT", "script_id");
    private static final Set<String> KINDS = Set.of("REFERENCE", "CANDIDATE", "SITE", "SCRIPT", "LEDGER", "LOCAL");

    private static HikariDataSource database;
    private static JdbcClient jdbc;
    private static Map<String, String> kinds;

    @BeforeAll
    static void read() throws IOException {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        kinds = Files.readAllLines(Path.of("src/main/resources/db/table-kinds.csv")).stream()
                .filter(line -> !line.startsWith("#") && !line.equals("table,kind") && !line.isBlank())
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyTableHasAKind() {
        var tables = jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list();
        assertThat(kinds.keySet()).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(kinds.values()).isSubsetOf(KINDS);
    }

    @Test
    void everyKeyOfADistributedTableHoldsItsDistributionColumn() {
        var keys = jdbc.sql("""
                        select n.nspname || '.' || t.relname as "table", c.conname as name,
                               (select string_agg(a.attname, ',') from pg_attribute a
                                where a.attrelid = t.oid and a.attnum = any (c.conkey)) as columns
                        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                        where c.contype in ('p', 'u') and n.nspname not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, i) ->
                        new String[] {row.getString("table"), row.getString("name"), row.getString("columns")})
                .list();
        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            var column = DISTRIBUTED.get(kinds.get(key[0]));
            if (column != null) {
                assertThat(key[2].split(",")).as(key[1]).contains(column);
            }
        });
    }

    @Test
    void foreignKeysStayWithinAGroupOrPointToReferenceTables() {
        var references = jdbc.sql("""
                        select c.conname as name, fn.nspname || '.' || f.relname as source, tn.nspname || '.' || t.relname as target
                        from pg_constraint c
                        join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
                        join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                        where c.contype = 'f'
                        """)
                .query((row, i) ->
                        new String[] {row.getString("name"), row.getString("source"), row.getString("target")})
                .list();
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            var target = kinds.get(reference[2]);
            assertThat(target.equals("REFERENCE") || target.equals(kinds.get(reference[1])))
                    .as(String.join(" ", reference))
                    .isTrue();
        });
    }

    @Test
    void theDialectHasNoTriggersRulesOrSequences() {
        assertThat(jdbc.sql("select count(*) from pg_trigger where not tgisinternal")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from pg_rules where schemaname not in ('pg_catalog', 'information_schema')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from pg_sequences")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void constraintNamesFitIntoFiftyBytes() {
        var names = jdbc.sql("select conname from pg_constraint where conname not like '%_not_null'")
                .query(String.class)
                .list();
        assertThat(names).isNotEmpty().allMatch(name -> name.length() <= 50);
    }
}
