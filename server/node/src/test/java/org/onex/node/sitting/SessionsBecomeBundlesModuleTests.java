package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mock exam that was installed before there were bundles is sat and kept as before. */
class SessionsBecomeBundlesModuleTests {

    private static final UUID SESSION = new UUID(1, 1);
    private static final UUID ATTEMPT = new UUID(2, 2);

    @Test
    void whatWasInstalledAndDoneBeforeIsStillThereAndTheBundleIsCalledAsTheSessionWas() {
        try (var database = EarlierDatabase.at("0102")) {
            var jdbc = JdbcClient.create(database);
            fillIn(jdbc);
            EarlierDatabase.migrate(database, "latest");

            assertThat(jdbc.sql(
                                    "select b.title from sitting.session s join sitting.bundle b on b.id = s.bundle"
                                            + " where s.id = :id and b.id = s.id and b.practice and b.version = 1 and s.after is null")
                            .param("id", SESSION)
                            .query(String.class)
                            .single())
                    .isEqualTo("模拟考试");
            assertThat(jdbc.sql("select count(*) from invigilation.sign_in i join invigilation.kept_room k"
                                    + " on k.bundle = i.bundle and k.number = i.number and k.room = '模拟考场'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql("select bundle from invigilation.act")
                            .query(UUID.class)
                            .single())
                    .isEqualTo(SESSION);
            assertThat(jdbc.sql("select count(*) from sitting.attempt where id = :id and follows is null and epoch = 1")
                            .param("id", ATTEMPT)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static void fillIn(JdbcClient jdbc) {
        jdbc.sql("""
                insert into sitting.session (id, title, qualification, level, subject, practice, entry_opens_at, opens_at,
                    late_until, closes_at, minutes, hand_in_after_minutes, id_hash_key)
                values (:id, '模拟考试', '网店运营推广', '初级', '理论', true, timestamptz '2024-05-18 13:30+08',
                    timestamptz '2024-05-18 14:00+08', timestamptz '2024-05-18 14:30+08', timestamptz '2024-05-18 15:30+08', 60, 0,
                    decode('00', 'hex'))
                """).param("id", SESSION).update();
        jdbc.sql(
                        "insert into sitting.paper (session, form, sha256, sealed) values (:id, 'A', 'h', decode('00', 'hex'))")
                .param("id", SESSION)
                .update();
        jdbc.sql("""
                insert into sitting.attempt (id, session, ticket, name, masked_id, id_hash, room, seat, form, extra_percent, epoch)
                values (:id, :session, '9', '模拟考生001', '9999', 'h', '模拟考场', 1, 'A', 0, 1)
                """).param("id", ATTEMPT).param("session", SESSION).update();
        jdbc.sql("insert into invigilation.room_keeper (session, number, name, pin_hash, pin_key)"
                        + " values (:id, 'JKC9', '模拟监考员1', 'h', decode('00', 'hex'))")
                .param("id", SESSION)
                .update();
        jdbc.sql("insert into invigilation.sign_in (token_hash, session, number, since)"
                        + " values ('t', :id, 'JKC9', timestamptz '2024-05-18 13:30+08')")
                .param("id", SESSION)
                .update();
        jdbc.sql("insert into invigilation.act (id, session, attempt, kind, number, reason, at)"
                        + " values (:act, :id, :attempt, 'MESSAGE', 'JKC9', '请勿交谈', timestamptz '2024-05-18 14:30+08')")
                .param("act", new UUID(3, 3))
                .param("id", SESSION)
                .param("attempt", ATTEMPT)
                .update();
    }
}
