package org.onex.node.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.node.sitting.InstallSession;
import org.springframework.core.io.ClassPathResource;

/**
 * Drawn faces of people who do not exist (模拟照片), sealed as real photos are.
 *
 * @param files by the SHA-256 of their bytes
 */
record MockPortraits(DataKey key, List<SiteBundle.PhotoFile> photos, Map<String, byte[]> files) {

    private static final int FACES = 4;

    static MockPortraits sealed() {
        var portraits = new MockPortraits(DataKey.random(), new ArrayList<>(), new HashMap<>());
        for (int face = 1; face <= FACES; face++) {
            var sealed = portraits.key().seal(drawn(face), InstallSession.PHOTO);
            var sha256 = Digests.sha256(sealed);
            portraits.files().put(sha256, sealed);
            portraits.photos().add(new SiteBundle.PhotoFile(sha256, sealed.length, "image/png"));
        }
        return portraits;
    }

    private static byte[] drawn(int face) {
        try {
            return new ClassPathResource("mock-exam/portrait-" + face + ".png").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the portraits cannot be read", e);
        }
    }

    /** Who sits at this seat: neighbours look different. */
    SiteBundle.PhotoFile of(int seat) {
        return photos.get(seat % FACES);
    }
}
