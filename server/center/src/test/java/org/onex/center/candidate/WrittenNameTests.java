package org.onex.center.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNameTests {

    @ParameterizedTest
    @CsvSource({"张三,张　三", "买买提·艾力,买买提 • 艾力", "买买提·艾力,买买提．艾力", "Ann Lee,Ａｎｎ　Ｌｅｅ", "张三,' 张三 '"})
    void isTheSameWithOtherBlanksDotsOrWidths(String one, String other) {
        assertThat(WrittenName.same(one, other)).isTrue();
        assertThat(WrittenName.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"张三,张三丰", "张三,李三", "Ann Lee,AnnLee", "张三,''"})
    void isAnotherWithOtherCharacters(String one, String other) {
        assertThat(WrittenName.same(one, other)).isFalse();
    }
}
