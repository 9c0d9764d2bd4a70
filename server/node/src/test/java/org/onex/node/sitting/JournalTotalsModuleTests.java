package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was brought before there were totals is counted once, of each device its own. */
class JournalTotalsModuleTests {

    private static final UUID BUNDLE = new UUID(1, 1);
    private static final UUID SESSION = new UUID(1, 2);
    private static final UUID ATTEMPT = new UUID(2, 2);

    @Test
    void whatWasBroughtBeforeIsInTheTotals() {
        try (var database = EarlierDatabase.at("0106")) {
            var jdbc = JdbcClient.create(database);
            fillIn(jdbc);
            EarlierDatabase.migrate(database, "latest");
            assertThat(jdbc.sql("select durable_seq, value_bytes, events from sitting.device order by epoch")
                            .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                            .list())
                    .containsExactly(List.of(2L, 7L, 1L), List.of(1L, 0L, 0L), List.of(0L, 0L, 2L));
        }
    }

    private static void fillIn(JdbcClient jdbc) {
        jdbc.sql("insert into sitting.bundle (id, version, title, practice, id_hash_key, installed_at)"
                        + " values (:id, 1, '全国统考', false, decode('00', 'hex'), timestamptz '2024-05-18 13:30+08')")
                .param("id", BUNDLE)
                .update();
        jdbc.sql("""
                insert into sitting.session (id, bundle, position, qualification, level, subject, entry_opens_at, opens_at,
                    late_until, closes_at, minutes, hand_in_after_minutes, key_from)
                values (:id, :bundle, 1, '网店运营推广', '初级', '理论', timestamptz '2024-05-18 13:30+08',
                    timestamptz '2024-05-18 14:00+08', timestamptz '2024-05-18 14:30+08', timestamptz '2024-05-18 15:30+08', 60, 0,
                    timestamptz '2024-05-18 13:50+08')
                """).param("id", SESSION).param("bundle", BUNDLE).update();
        jdbc.sql(
                        "insert into sitting.paper (session, form, sha256, sealed) values (:id, 'A', 'h', decode('00', 'hex'))")
                .param("id", SESSION)
                .update();
        jdbc.sql("""
                insert into sitting.attempt (id, session, ticket, name, masked_id, id_hash, room, seat, form, extra_percent, epoch)
                values (:id, :session, '9', '模拟考生001', '9999', 'h', '模拟考场', 1, 'A', 0, 3)
                """).param("id", ATTEMPT).param("session", SESSION).update();
        device(jdbc, 1, 2);
        device(jdbc, 2, 1);
        device(jdbc, 3, 0);
        entry(jdbc, 1, 1, "两字");
        entry(jdbc, 1, 2, "A");
        entry(jdbc, 2, 1, "");
        event(jdbc, 1, "OFFLINE");
        event(jdbc, 3, "OFFLINE");
        event(jdbc, 3, "ONLINE");
    }

    private static void device(JdbcClient jdbc, int epoch, long durableSeq) {
        jdbc.sql("insert into sitting.device (attempt, epoch, token_hash, durable_seq, since)"
                        + " values (:attempt, :epoch, 'h', :seq, timestamptz '2024-05-18 14:00+08')")
                .param("attempt", ATTEMPT)
                .param("epoch", epoch)
                .param("seq", durableSeq)
                .update();
    }

    private static void entry(JdbcClient jdbc, int epoch, long seq, String value) {
        jdbc.sql("""
                insert into sitting.entry (attempt, epoch, seq, item, value, claimed_at, received_at, standing)
                values (:attempt, :epoch, :seq, 'S1', :value, timestamptz '2024-05-18 14:01+08', timestamptz '2024-05-18 14:01+08', 'COUNTS')
                """)
                .param("attempt", ATTEMPT)
                .param("epoch", epoch)
                .param("seq", seq)
                .param("value", value)
                .update();
    }

    private static void event(JdbcClient jdbc, int epoch, String kind) {
        jdbc.sql(
                        "insert into sitting.event (attempt, epoch, kind, claimed_at, received_at) values (:attempt, :epoch, :kind,"
                                + " timestamptz '2024-05-18 14:01+08', timestamptz '2024-05-18 14:01+08')")
                .param("attempt", ATTEMPT)
                .param("epoch", epoch)
                .param("kind", kind)
                .update();
    }
}
