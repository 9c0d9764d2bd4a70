package org.onex.node.sitting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.SiteBundle;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;

/** What a centre would send: theory and practice in one slot of 90 minutes, one candidate per seat, two rooms. */
public final class SiteBundles {

    public static final String ROOM = "第1考场 实训楼 301";
    public static final String OTHER_ROOM = "第2考场 实训楼 302";
    public static final String PIN = "246810";

    private static final HashKey HASH_KEY = HashKey.random();
    private static final DataKey PHOTO_KEY = DataKey.random();

    public final DataKey key;
    public final UUID bundle;
    public final UUID theory;
    public final UUID practice;

    private final Instant opens;
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<SiteBundle.Seating> seatings = new ArrayList<>();
    private final Map<UUID, Instant[]> windows = new HashMap<>();
    private final List<SiteBundle.RoomKeeper> keepers = new ArrayList<>();
    private final SiteBundle.PaperFile paper;
    private int photoBytes;

    public SiteBundles(Instant opens) {
        this(opens, DataKey.random(), List.of(Ids.next(), Ids.next(), Ids.next()));
    }

    private SiteBundles(Instant opens, DataKey key, List<UUID> identities) {
        this.opens = opens;
        this.key = key;
        this.bundle = identities.get(0);
        this.theory = identities.get(1);
        this.practice = identities.get(2);
        var sealed = key.seal("paper".getBytes(StandardCharsets.UTF_8), InstallSession.PAPER);
        this.paper = new SiteBundle.PaperFile("A", kept(sealed), sealed.length);
    }

    /** The same bundle with nobody in it. */
    public SiteBundles emptied() {
        return new SiteBundles(opens, key, List.of(bundle, theory, practice));
    }

    /** Other papers under the sessions of this one. */
    public SiteBundles underOtherIdentity() {
        return new SiteBundles(opens, key, List.of(Ids.next(), theory, practice));
    }

    private String kept(byte[] sealed) {
        var sha256 = Digests.sha256(sealed);
        files.put(sha256, sealed);
        return sha256;
    }

    /** A person whose number has this serial; the same everywhere. */
    public static IdNumber person(int serial) {
        return IdNumber.completed("99999920000101%03d".formatted(serial));
    }

    public static String ticket(int serial) {
        return "24051800%08d".formatted(serial);
    }

    /** A candidate for both subjects. */
    public SiteBundles seat(int serial, String room, int seat) {
        return seat(serial, room, seat, List.of(theory, practice));
    }

    public SiteBundles seat(int serial, String room, int seat, List<UUID> sessions) {
        var runs = sessions.stream()
                .map(session -> new SiteBundle.Run(run(serial, session), session, "A"))
                .toList();
        var picture = ("photo of " + serial).getBytes(StandardCharsets.UTF_8);
        var photo = PHOTO_KEY.seal(Arrays.copyOf(picture, Math.max(photoBytes, picture.length)), InstallSession.PHOTO);
        seatings.add(new SiteBundle.Seating(
                ticket(serial),
                "考生" + serial,
                person(serial).masked(),
                HASH_KEY.hash(person(serial).value()),
                room,
                seat,
                0,
                new SiteBundle.PhotoFile(kept(photo), photo.length, "image/jpeg"),
                runs));
        return this;
    }

    /** From here on photos are as long as this, or longer. */
    SiteBundles photosOf(int bytes) {
        photoBytes = bytes;
        return this;
    }

    /** The same run has the same identity in all versions. */
    public UUID run(int serial, UUID session) {
        return UUID.nameUUIDFromBytes((session + " " + serial).getBytes(StandardCharsets.UTF_8));
    }

    /** Another window than that of the slot, counted in minutes from its start; the late limit is half an hour. */
    public SiteBundles window(UUID session, int fromMinute, int toMinute) {
        windows.put(session, new Instant[] {at(fromMinute), at(toMinute)});
        return this;
    }

    private Instant at(int minute) {
        return opens.plus(Duration.ofMinutes(minute));
    }

    public SiteBundles keeper(String number, String... rooms) {
        keepers.add(new SiteBundle.RoomKeeper(number, "监考员" + number, HASH_KEY.hash(PIN), List.of(rooms)));
        return this;
    }

    public BundleFiles files() {
        return BundleFiles.of(files);
    }

    Map<String, byte[]> bytes() {
        return files;
    }

    public SiteBundle version(int version) {
        return new SiteBundle(
                SiteBundle.FORMAT,
                bundle,
                version,
                "全国统考",
                new SiteBundle.Place(new UUID(1, 1), "测试考点", "003-1", 1),
                HASH_KEY.base64(),
                PHOTO_KEY.base64(),
                List.of(session(theory, null, "理论"), session(practice, overlap() ? theory : null, "实操")),
                seatings,
                keepers);
    }

    private Instant[] windowOf(UUID session) {
        return windows.getOrDefault(session, new Instant[] {at(0), at(90)});
    }

    /** Where windows lie apart each opens by the clock. */
    private boolean overlap() {
        return windowOf(practice)[0].isBefore(windowOf(theory)[1]);
    }

    private SiteBundle.Session session(UUID id, @Nullable UUID after, String subject) {
        var from = windowOf(id)[0];
        var to = windowOf(id)[1];
        var hours = new SiteBundle.Hours(
                from.minus(Duration.ofMinutes(30)),
                from,
                from.plus(Duration.ofMinutes(30)),
                to,
                (int) Duration.between(from, to).toMinutes(),
                10);
        return new SiteBundle.Session(
                id, after, "网店运营推广", "初级", subject, hours, from.minus(Duration.ofMinutes(10)), List.of(paper));
    }
}
