package org.onex.center.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.printing.PaperFixtures.aRoomOf;
import static org.onex.center.printing.PaperFixtures.aRoomWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Subject;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.TypeCase;
import org.onex.foundation.vault.Digests;

/** What is on the papers, read back from the files. */
class FormsTests {

    private static Press press;

    @BeforeAll
    static void open() {
        press = new Press(TypeCase.open());
    }

    @Test
    void theSameRoomGivesTheSameBytes() {
        for (var form :
                List.of(new TicketForm(), new SignInForm(Subject.THEORY), new DeskLabelForm(), new DoorNoticeForm())) {
            var again = new Press(TypeCase.open()).print(form, aRoomOf(9)).content();
            assertThat(press.print(form, aRoomOf(9)).content())
                    .as(form.getClass().getSimpleName())
                    .isEqualTo(again);
        }
    }

    /** Without photos, which whoever draws them here compresses as their Java does. */
    @Test
    void theBytesOfASmallNoticeAreTheSameOnEveryMachine() {
        var content = press.print(new DoorNoticeForm(), aRoomWith("𠮷㛃")).content();
        assertThat(Digests.sha256(content))
                .isEqualTo("9747a0e3af2469398154295fdb4c7e59214d6b3628d6fa596bf749fddc9bf355");
    }

    @Test
    void aTicketIsAPageAndAFullPageIsNotFollowedByAnEmptyOne() {
        assertThat(press.print(new TicketForm(), aRoomOf(3)).pages()).isEqualTo(3);
        assertThat(press.print(new SignInForm(Subject.THEORY), aRoomOf(30)).pages())
                .isEqualTo(1);
        assertThat(press.print(new SignInForm(Subject.THEORY), aRoomOf(31)).pages())
                .isEqualTo(2);
        assertThat(press.print(new DeskLabelForm(), aRoomOf(24)).pages()).isEqualTo(1);
        assertThat(press.print(new DeskLabelForm(), aRoomOf(25)).pages()).isEqualTo(2);
        assertThat(press.print(new DoorNoticeForm(), aRoomOf(75, 10)).pages()).isEqualTo(1);
    }

    @Test
    void aTicketSaysEverythingItsHolderNeeds() throws IOException {
        var text = text(new TicketForm(), aRoomWith("𠮷㛃䶮"));
        assertThat(text)
                .contains(
                        "网店运营推广职业技能等级证书2024年上半年第一次全国统考",
                        "𠮷㛃䶮",
                        "999999200501010018",
                        "7206 4183 5924 7919",
                        "滨江示例职业技术学院",
                        "网店运营推广职业技能等级证书",
                        "初级",
                        "2024年5月18日（周六）",
                        "14:00–15:00",
                        "15:15–17:45",
                        "江南省滨江市示范区学府大道1号",
                        "第1考场",
                        "实训楼 301 机房",
                        "考生须知",
                        "盖章处",
                        "北京鸿科经纬科技有限公司",
                        "HK-2024-1-1");
        assertThat(text).contains("男").doesNotContain("女");
    }

    @Test
    void subjectsThatShareTheirHoursArePrintedAsOneBlock() throws IOException {
        var room = aRoomOf(5);
        assertThat(text(new TicketForm(), room.with(List.of(room.people().get(4)))))
                .contains("理论、实操", "14:00–17:45")
                .doesNotContain("15:15");
    }

    @Test
    void onlyTicketsShowIdNumbersInFull() throws IOException {
        var room = aRoomOf(8);
        for (var form : List.of(new SignInForm(Subject.THEORY), new DeskLabelForm(), new DoorNoticeForm())) {
            assertThat(text(form, room)).doesNotContain("999999200501010018").contains("王㛃");
        }
        assertThat(text(new SignInForm(Subject.THEORY), room)).contains("9999**********0018");
    }

    @Test
    void aSignInSheetCountsWhoSitsTheSubjectAndNamesTheInvigilators() throws IOException {
        assertThat(text(new SignInForm(Subject.PRACTICAL), aRoomOf(33)))
                .contains("考场签到表（实操）", "应到 33 人", "周监考", "𠮷监考", "初级 2024年5月18日（周六） 15:15–17:45");
    }

    @Test
    void onlyTheLastPageOfASignInSheetIsSigned() throws IOException {
        try (var document = document(new SignInForm(Subject.THEORY), aRoomOf(31))) {
            var first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(document)).contains("见末页").doesNotContain("应到");
        }
    }

    @Test
    void aDoorNoticeShowsEverySeatAndEverySessionOnce() throws IOException {
        var text = text(new DoorNoticeForm(), aRoomOf(33));
        assertThat(text).contains("讲  台", "第1考场", "实训楼 301 机房", "应到 33 人");
        assertThat(text.split("网店运营推广 初级", -1)).as("once for all who sit it").hasSize(2);
        assertThat(text).contains("理论 14:00–15:00", "实操 15:15–17:45", "理论、实操 14:00–17:45");
        assertThat(aRoomOf(33).people()).allSatisfy(person -> assertThat(text).contains(person.groupedTicket()));
    }

    @Test
    void allFontsAreEmbeddedAsSubsets() throws IOException {
        try (var document = document(new TicketForm(), aRoomWith("𠮷㛃"))) {
            var resources = document.getPage(0).getResources();
            var names = new ArrayList<String>();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                names.add(font.getName());
            }
            assertThat(names).hasSize(3).allMatch(name -> name.matches("[A-Z]{6}\\+.*"));
        }
    }

    @Test
    void aPhotoIsTheFileThatWasSent() throws IOException {
        var photo = PaperFixtures.aPhoto(2, "jpeg");
        try (var document = document(new TicketForm(), aRoomOf(2))) {
            var resources = document.getPage(1).getResources();
            var pictures = new ArrayList<byte[]>();
            for (var name : resources.getXObjectNames()) {
                var picture = (PDImageXObject) resources.getXObject(name);
                pictures.add(picture.getStream()
                        .getCOSObject()
                        .createRawInputStream()
                        .readAllBytes());
            }
            assertThat(pictures).containsExactly(photo);
        }
    }

    @Test
    void aPhotoThatCannotBeReadAnyMoreLeavesItsPlaceEmpty() throws IOException {
        var room = aRoomOf(2);
        var broken = withPortrait(room, new Portrait("broken", () -> new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3}));
        assertThat(text(new TicketForm(), broken)).contains("无照片", "王㛃", "欧阳䶮");
        assertThat(press.print(new SignInForm(Subject.THEORY), broken).pages()).isEqualTo(1);
    }

    @Test
    void noPhotoLiesReadableInATemporaryFolderMeanwhile() {
        ImageIO.setUseCache(true);
        press.print(new TicketForm(), aRoomOf(2));
        assertThat(ImageIO.getUseCache()).isFalse();
    }

    @Test
    void megabytesBehindAPhotoDoNotGetOntoPaper() {
        var photo = PaperFixtures.aPhoto(2, "jpeg");
        var bloated = new byte[3 << 20];
        System.arraycopy(photo, 0, bloated, 0, photo.length);
        var room = withPortrait(aRoomOf(1), new Portrait("bloated", () -> bloated));
        assertThat(press.print(new TicketForm(), room).content()).hasSizeLessThan(400_000);
    }

    @Test
    void aNameThatNoFontHasIsPrintedWithAPlaceholderAndStopsNobodyElse() throws IOException {
        var text = text(new TicketForm(), aRoomWith("张" + Character.toString(0x30000)));
        assertThat(text).contains("张〓");
    }

    @Test
    void labelsLieOnTheGridOfTheSheet() {
        for (int place = 0; place < DeskLabelForm.COLUMNS * DeskLabelForm.ROWS; place++) {
            var box = DeskLabelForm.box(place);
            assertThat(box.width()).isEqualTo(70);
            assertThat(box.height()).isEqualTo(37);
            assertThat(box.x()).isEqualTo(place % 3 * 70.0);
            assertThat(box.right()).isLessThanOrEqualTo(210);
            assertThat(box.y()).isEqualTo(0.5 + Math.floorDiv(place, 3) * 37);
            assertThat(box.bottom()).isLessThanOrEqualTo(297);
        }
    }

    private static PrintedRoom withPortrait(PrintedRoom room, Portrait portrait) {
        return room.with(room.people().stream()
                .map(person -> new PrintedPerson(
                        person.seat(),
                        person.row(),
                        person.column(),
                        person.ticket(),
                        person.name(),
                        person.number(),
                        person.college(),
                        person.qualification(),
                        person.level(),
                        person.hours(),
                        portrait))
                .toList());
    }

    private static PDDocument document(Form form, PrintedRoom room) throws IOException {
        return Loader.loadPDF(press.print(form, room).content());
    }

    private static String text(Form form, PrintedRoom room) throws IOException {
        try (var document = document(form, room)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
