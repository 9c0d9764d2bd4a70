package org.onex.rehearsal.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.people.Bearers;
import org.onex.rehearsal.people.SentPhotos;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;

/**
 * What nobody tells a node and only the rehearsal knows: ID numbers, photos, PINs and answers (保密信息).
 *
 * @param pins      by the invigilator's number
 */
record Secrets(Bearers bearers, SentPhotos photos, Map<String, String> pins, List<ItemBankFile> banks) {

    static Secrets of(Scene scene) {
        return new Secrets(
                Bearers.of(scene),
                SentPhotos.of(scene),
                scene.nodes().pins(),
                scene.data().banksOf(scene.notice()));
    }

    /** Empty if the rehearsal knows nobody like that. */
    String idNumber(Place.Guest guest) {
        return bearers.number(guest.name(), guest.maskedNumber());
    }

    /** Right answers by their question, why they are right and what makes a good one, word for word. */
    Set<String> answers() {
        return banks.stream()
                .flatMap(bank -> Stream.concat(bank.untold().stream(), bank.keyed().stream()))
                .collect(Collectors.toSet());
    }

    /** The bank of a qualification at a level; empty if there is none. */
    List<ItemBankFile> bank(Subjects.Sitting sitting) {
        return banks.stream()
                .filter(bank -> bank.asks(sitting.qualification(), sitting.level()))
                .toList();
    }
}
