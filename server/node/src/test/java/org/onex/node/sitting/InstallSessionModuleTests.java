package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;
import org.onex.node.NodeTest;
import org.springframework.beans.factory.annotation.Autowired;

@NodeTest
class InstallSessionModuleTests {

    private static final Instant OPENS = Instant.parse("2024-05-18T06:00:00Z");

    @Autowired
    private InstallSession install;

    @Autowired
    private ExamSessions sessions;

    @Autowired
    private Attempts attempts;

    private final DataKey key = DataKey.random();
    private final byte[] sealed = key.seal("paper".getBytes(StandardCharsets.UTF_8), InstallSession.PAPER);
    private final UUID session = Ids.next();
    private final UUID attempt = Ids.next();

    private SiteBundle bundle(int format, String form) {
        var hours = new SiteBundle.Hours(
                OPENS.minus(Duration.ofMinutes(30)),
                OPENS,
                OPENS.plus(Duration.ofMinutes(30)),
                OPENS.plus(Duration.ofMinutes(60)),
                60,
                30);
        var paper = new SiteBundle.PaperFile("A", Digests.sha256(sealed), sealed.length);
        return new SiteBundle(
                format,
                session,
                1,
                "全国统考",
                new SiteBundle.Place(Ids.next(), "测试考点", "003-1", 1),
                HashKey.random().base64(),
                DataKey.random().base64(),
                List.of(new SiteBundle.Session(session, null, "网店运营推广", "初级", "理论", hours, OPENS, List.of(paper))),
                List.of(new SiteBundle.Seating(
                        "T" + attempt,
                        "考生",
                        "9999**",
                        "hash",
                        "一",
                        1,
                        0,
                        null,
                        List.of(new SiteBundle.Run(attempt, session, form)))),
                List.of());
    }

    private Map<String, byte[]> files() {
        return Map.of(Digests.sha256(sealed), sealed);
    }

    @Test
    void installingAgainChangesNothing() {
        install.install(bundle(2, "A"), files());
        install.install(bundle(2, "A"), files());
        assertThat(attempts.find(attempt)).isPresent();
    }

    @Test
    void aBundleThatDoesNotHoldTogetherIsNotInstalledAtAll() {
        var damaged = sealed.clone();
        damaged[20] ^= 1;
        var hash = Digests.sha256(sealed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> install.install(bundle(2, "A"), Map.of(hash, damaged)))
                .withMessageContaining("damaged");
        assertThatIllegalArgumentException().isThrownBy(() -> install.install(bundle(2, "A"), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> install.install(bundle(2, "B"), files()))
                .withMessageContaining("seat 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> install.install(bundle(1, "A"), files()))
                .withMessageContaining("format 1");
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void onlyAKeyThatOpensThePapersIsReleased() {
        install.install(bundle(2, "A"), files());
        assertThatIllegalArgumentException().isThrownBy(() -> install.release(session, DataKey.random()));
        assertThat(sessions.key(session)).isEmpty();
        install.release(session, key);
        assertThat(sessions.key(session).orElseThrow().bytes()).isEqualTo(key.bytes());
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> install.release(Ids.next(), key))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting.session-unknown"));
    }
}
