package org.onex.rehearsal.dispatch;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Opens the photos of a bundle: each is one that a college sent for just that person. */
final class PhotoCheck {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8};

    private final Findings<Claim> findings;
    private final Secrets secrets;

    PhotoCheck(Findings<Claim> findings, Secrets secrets) {
        this.findings = findings;
        this.secrets = secrets;
    }

    /** A sealed file by its hash. */
    interface Files {
        byte[] file(String sha256);
    }

    /** How many there were. */
    int check(JsonNode bundle, List<Place> places, Files files) {
        var key = Base64.getDecoder().decode(Json.text(bundle, "photoKey"));
        var byTicket =
                places.stream().collect(Collectors.toMap(place -> place.guest().ticket(), place -> place));
        var photos = 0;
        for (var seating : bundle.path("seatings").values()) {
            var place = byTicket.get(Json.text(seating, "ticket"));
            if (place != null) {
                check(seating.path("photo"), place, key, files);
                photos++;
            }
        }
        return photos;
    }

    private void check(JsonNode photo, Place place, byte[] key, Files files) {
        if (!photo.isObject()) {
            found(false, place + " has no photo in the bundle");
            return;
        }
        var sealed = files.file(Json.text(photo, "sha256"));
        var opened = SealedFile.open(sealed, key, SealedFile.PHOTO);
        found(
                opened.isPresent() && photo.path("bytes").asLong(-1) == sealed.length,
                "the photo of " + place + " does not open, or has other bytes than " + photo);
        opened.ifPresent(content -> {
            found(
                    secrets.photos().has(secrets.idNumber(place.guest()), content),
                    "the photo of " + place + " is not the one that was sent");
            var isJpeg = content.length > 1 && content[0] == JPEG[0] && content[1] == JPEG[1];
            found(
                    Json.text(photo, "type").equals(isJpeg ? "image/jpeg" : "image/png"),
                    "the photo of " + place + " is called " + photo.path("type"));
        });
    }

    private void found(boolean holds, String example) {
        findings.check(Claim.PHOTOS_AS_SENT, holds, () -> example);
    }
}
