package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.photo.PhotoFixtures.person;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.contract.kernel.IdNumber;

class PhotoNameTests {

    private static final IdNumber PERSON = person(1);
    private static final IdNumber PERSON_WITH_X = IntStream.range(0, 100)
            .mapToObj(PhotoFixtures::person)
            .filter(number -> number.value().endsWith("X"))
            .findFirst()
            .orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#.jpg",
                "#.JPG",
                "#.jpeg",
                "#.Png",
                "#",
                "#.jpg.jpg",
                "#.jpg.JPG",
                "#.bmp",
                "#.jpg ",
                " # .jpg",
                "\u202A#.jpg",
                "\uFEFF#.jpg",
                "#　.jpg",
                "#．ｊｐｇ",
                "# (1).jpg",
                "#（2）.jpg",
                "#(12).jpg",
                "# - 副本.jpg",
                "# - 副本 (2).jpg",
                "# - Copy.jpg",
                "#副本.jpg",
                "复件 #.jpg",
                "复件 (2) #.jpg",
                "照片/一班/#.jpg",
                "C:\\照片\\#.jpg",
                "C:#.jpg",
                "../../#.jpg",
                "/etc/#.jpg",
                "..\\..\\#.jpg"
            })
    void oneNumberAndNothingThatMattersIsTheNumber(String name) {
        var parsed = PhotoName.lastOf(name.replace("#", PERSON.value()));
        assertThat(parsed.idNumber()).contains(PERSON);
        assertThat(parsed.personName()).isEmpty();
        assertThat(parsed.problem()).isEmpty();
    }

    @Test
    void fullWidthDigitsSpacesAndALowerCaseXAreTheSameNumber() {
        var wide = new StringBuilder();
        PERSON_WITH_X.value().chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        for (var name : new String[] {
            PERSON_WITH_X.value().toLowerCase(),
            wide.toString(),
            wide.toString().toLowerCase(),
            PERSON_WITH_X.value().toLowerCase().replaceFirst("20050101", " 20050101 ")
        }) {
            assertThat(PhotoName.lastOf(name + ".jpg").idNumber()).contains(PERSON_WITH_X);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三#.jpg", "#张三.jpg", "# 张三.jpg", "张三_#.jpg", "#-张三.jpg", "#+张三 (1).jpg", "# 张三 - 副本.jpg"})
    void aPersonsNameBesideTheNumberIsHandedOn(String name) {
        var parsed = PhotoName.lastOf(name.replace("#", PERSON.value()));
        assertThat(parsed.idNumber()).contains(PERSON);
        assertThat(parsed.personName()).contains("张三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#𠮷䶮.jpg", "#买买提·吐尔逊.jpg"})
    void rareAndLongNamesArePersonsNamesToo(String name) {
        assertThat(PhotoName.lastOf(name.replace("#", PERSON.value())).personName())
                .contains(name.substring(1, name.length() - 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "张三.jpg",
                "IMG_20240501.jpg",
                "1#.jpg",
                "#1.jpg",
                "#-1.jpg",
                "# 2.jpg",
                "#_2.jpg",
                "##.jpg",
                "#zhang.jpg",
                "zhang#.jpg",
                "张三#李四.jpg",
                "#(100).jpg",
                "..",
                ".",
                "#\u0000.exe.jpg",
                "3.40102E+17.jpg"
            })
    void anythingElseIsNobodysPhoto(String name) {
        var parsed = PhotoName.lastOf(name.replace("#", PERSON.value()));
        assertThat(parsed.idNumber()).isEmpty();
        assertThat(parsed.problem()).contains(PhotoProblem.of(PhotoProblem.Code.NAME_NOT_AN_ID_NUMBER));
    }

    @Test
    void noSingleDigitCanBeMistypedUnnoticed() {
        long seed = 20240518;
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var name = new StringBuilder(person(random.nextInt(1000)).value());
            int place = random.nextInt(17);
            name.setCharAt(place, (char) ('0' + (name.charAt(place) - '0' + 1 + random.nextInt(9)) % 10));
            assertThat(PhotoName.lastOf(name + ".jpg").idNumber())
                    .as("seed %s, %s", seed, name)
                    .isEmpty();
        }
    }

    @Test
    void printsNoNumberNeitherARightNorAWrongOne() {
        assertThat(PhotoName.lastOf(PERSON.value() + "张三.jpg"))
                .hasToString("9999**********001" + PERSON.value().charAt(17) + "张三.jpg");
        assertThat(PhotoName.lastOf("999999200501010019.jpg")).hasToString("9999**********0019.jpg");
        assertThat(PhotoName.lastOf("９９９９９９ 20050101 0019.jpg").toString()).doesNotContain("20050101");
    }

    @Test
    void twoWaysToWriteOneNumberMeanTheSameFile() {
        assertThat(PhotoName.lastOf(PERSON.value() + " (1).png").key())
                .isEqualTo(PhotoName.lastOf("一班/" + PERSON.value() + ".jpg").key());
        assertThat(PhotoName.lastOf("张三.JPG").key())
                .isEqualTo(PhotoName.lastOf("一班/张三.jpg").key())
                .isNotEqualTo(PhotoName.lastOf("李四.jpg").key());
    }
}
