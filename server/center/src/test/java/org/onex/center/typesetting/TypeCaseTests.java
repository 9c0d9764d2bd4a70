package org.onex.center.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onex.center.typesetting.Style.Weight;

class TypeCaseTests {

    /** Ext G; none of the fonts knows it yet. */
    private static final String UNKNOWN = Character.toString(0x30000);

    private static TypeCase types;

    @BeforeAll
    static void open() {
        types = TypeCase.open();
    }

    @Test
    void rareNamesHaveGlyphs() {
        assertThat(types.missing("㛃𠮷䶮堃𬭎喆翀·ABCxyz0123456789Ⅷ")).isEmpty();
    }

    @Test
    void whatNoFontHasIsReportedOnce() {
        assertThat(types.missing("张" + UNKNOWN + "伟" + UNKNOWN)).containsExactly(UNKNOWN);
    }

    @Test
    void everyIdeographOfTheBasicPlaneUpToUnicode10HasAGlyph() {
        var all = IntStream.concat(IntStream.rangeClosed(0x3400, 0x4DB5), IntStream.rangeClosed(0x4E00, 0x9FEA))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(types.missing(all)).isEmpty();
    }

    @Test
    void everyIdeographOfExtensionsBToFHasAGlyph() {
        var all = IntStream.rangeClosed(0x20000, 0x2EBE0)
                .filter(Character::isIdeographic)
                .filter(codePoint -> !isYoungerThanTheFont(codePoint))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(types.missing(all)).isEmpty();
    }

    /** Added at the ends of B and C by Unicode 13 and later. */
    private static boolean isYoungerThanTheFont(int codePoint) {
        return (codePoint >= 0x2A6D7 && codePoint <= 0x2A6DF) || (codePoint >= 0x2B735 && codePoint <= 0x2B73F);
    }

    @Test
    void whatHasNoShapeIsNeitherMissingNorWide() {
        var name = "张\u200B\uFE00\u0007伟" + Character.toString(0xE0100);
        assertThat(types.missing(name)).isEmpty();
        assertThat(types.width(name, Weight.REGULAR)).isEqualTo(2);
    }

    @Test
    void aRareCharacterIsSetInItsOwnFontAndTheRestIsNot() {
        assertThat(types.runs("𠮷田明", Weight.BOLD))
                .extracting(TypeCase.Run::text, TypeCase.Run::rare)
                .containsExactly(tuple("𠮷", true), tuple("田明", false));
    }

    @Test
    void aPlaceholderStandsForWhatNoFontHas() {
        assertThat(types.runs("张" + UNKNOWN, Weight.REGULAR))
                .extracting(TypeCase.Run::text)
                .containsExactly("张" + Character.toString(TypeCase.PLACEHOLDER));
    }
}
