package org.onex.rehearsal.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.scene.Scene;

/** The photos that colleges sent and that had to be kept (已发照片). The same rehearsal sends the same, so they are worked out anew. */
public final class SentPhotos {

    private final Map<String, List<PhotoBatch.Shot>> byNumber;

    private SentPhotos(Map<String, List<PhotoBatch.Shot>> byNumber) {
        this.byNumber = byNumber;
    }

    public static SentPhotos of(Scene scene) {
        var byNumber = new HashMap<String, List<PhotoBatch.Shot>>();
        for (var batch : PhotoBatch.ofAll(Attendance.of(scene), scene.plan().jpegOnly())) {
            var kept = new ArrayList<>(batch.right());
            kept.addAll(batch.corrected().shots());
            kept.forEach(shot -> byNumber.computeIfAbsent(shot.person().idNumber(), number -> new ArrayList<>())
                    .add(shot));
        }
        return new SentPhotos(byNumber);
    }

    /** Whether it is a photo that was sent for the bearer of that ID number. */
    public boolean has(String idNumber, byte[] content) {
        return byNumber.getOrDefault(idNumber, List.of()).stream()
                .anyMatch(shot -> Arrays.equals(shot.content().get(), content));
    }
}
