package org.onex.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;

/** One subject for one candidate with a photo, as a centre packs it; each exam is another one. */
final class DeliveredExam {

    static final String ID_NUMBER = "999999200001010019";

    final UUID id = Ids.next();
    final UUID session = Ids.next();
    final DataKey paperKey = DataKey.random();
    final String ticket = "24051800%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    final byte[] paper = paperKey.seal(chance(40_000), "onex-paper-v1");
    final byte[] photo;

    private final DataKey photoKey = DataKey.random();
    private final HashKey idKey = HashKey.random();
    private final Instant opens;
    private long photoBytes;
    private int seats = 1;

    /** @param opens the start; entry begins half an hour before, the key is given out ten minutes before */
    DeliveredExam(Instant opens) {
        this.opens = opens;
        this.photo = photoKey.seal(chance(20_000), "onex-photo-v1");
        this.photoBytes = photo.length;
    }

    /** That many candidates, whose tickets are {@link #ticket(int)}; all of them have the same ID number, which is no real one. */
    DeliveredExam withSeats(int number) {
        seats = number;
        return this;
    }

    /** @param seat from 1 on */
    String ticket(int seat) {
        return seat == 1 ? ticket : ticket + "%02d".formatted(seat);
    }

    static UUID attempt(String ticket) {
        return UUID.nameUUIDFromBytes(ticket.getBytes(StandardCharsets.US_ASCII));
    }

    /** The photo is said to be as long as this. */
    DeliveredExam withPhotoOf(long bytes) {
        photoBytes = bytes;
        return this;
    }

    /** Nothing that gzip makes smaller. */
    private static byte[] chance(int length) {
        var bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    SiteBundle bundle(UUID site, int version) {
        return bundle(new SiteBundle.Place(site, "虚构学院考点", "003-1", 1), version, "A");
    }

    SiteBundle bundle(SiteBundle.Place place, int version, String seatedForm) {
        return new SiteBundle(
                SiteBundle.FORMAT,
                id,
                version,
                "第" + version + "版 统考",
                place,
                idKey.base64(),
                photoKey.base64(),
                List.of(session()),
                IntStream.rangeClosed(1, seats)
                        .mapToObj(seat -> seating(seat, seatedForm))
                        .toList(),
                List.of(new SiteBundle.RoomKeeper("JKC0000001", "监考甲", idKey.hash("123456"), List.of("第1考场"))));
    }

    private SiteBundle.Session session() {
        var hours = new SiteBundle.Hours(
                opens.minus(Duration.ofMinutes(30)),
                opens,
                opens.plus(Duration.ofMinutes(30)),
                opens.plus(Duration.ofMinutes(90)),
                60,
                0);
        var file = new SiteBundle.PaperFile("A", Digests.sha256(paper), paper.length);
        return new SiteBundle.Session(
                session, null, "网店运营推广", "初级", "理论", hours, opens.minus(Duration.ofMinutes(10)), List.of(file));
    }

    private SiteBundle.Seating seating(int seat, String form) {
        return new SiteBundle.Seating(
                ticket(seat),
                "考生甲",
                "9999**********0019",
                idKey.hash(ID_NUMBER),
                "第1考场",
                seat,
                0,
                new SiteBundle.PhotoFile(Digests.sha256(photo), photoBytes, "image/jpeg"),
                List.of(new SiteBundle.Run(attempt(ticket(seat)), session, form)));
    }

    Map<String, byte[]> files() {
        var files = new HashMap<String, byte[]>();
        files.put(Digests.sha256(paper), paper);
        files.put(Digests.sha256(photo), photo);
        return files;
    }

    String paperHash() {
        return Digests.sha256(paper);
    }
}
