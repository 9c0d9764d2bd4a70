package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTests {

    private static List<Person> all(Crowd crowd, int colleges) {
        var all = new ArrayList<Person>();
        for (var i = 0; i < colleges; i++) {
            all.addAll(crowd.at(i));
        }
        return all;
    }

    @Test
    void theSameOptionsMakeTheSamePeople() {
        assertThat(all(Crowd.of(60, 6, 2024, 1), 6)).isEqualTo(all(Crowd.of(60, 6, 2024, 1), 6));
        assertThat(all(Crowd.of(60, 6, 2024, 1), 6)).isNotEqualTo(all(Crowd.of(60, 6, 2024, 2), 6));
    }

    @Test
    void onePersonIsAtTwoCollegesAndNobodyElse() {
        var crowd = Crowd.of(300, 6, 2024, 1);

        assertThat(all(crowd, 6)).hasSize(301);
        assertThat(all(crowd, 6).stream().map(Person::idNumber).distinct()).hasSize(300);
        assertThat(crowd.at(1).getFirst().idNumber())
                .isEqualTo(crowd.at(0).getFirst().idNumber());
        assertThat(crowd.at(1).getFirst().className())
                .isNotEqualTo(crowd.at(0).getFirst().className());
    }

    @Test
    void oneCollegeHasPublicCandidatesWhoHaveNoClass() {
        var crowd = Crowd.of(300, 6, 2024, 1);

        assertThat(crowd.at(0))
                .filteredOn(Person::isPublic)
                .isNotEmpty()
                .allSatisfy(person -> assertThat(person.values())
                        .containsEntry(Column.KIND, "社会考生")
                        .containsEntry(Column.CLASS_NAME, ""));
        assertThat(crowd.at(1)).noneMatch(Person::isPublic);
    }

    @Test
    void thereAreRareCharactersADotAndEveryAnswerOfTheIdentityService() {
        var people = all(Crowd.of(60, 6, 2024, 1), 6);

        assertThat(people)
                .extracting(Person::name)
                .anyMatch(name -> name.contains("𠮷"))
                .anyMatch(name -> name.contains("㛃"))
                .anyMatch(name -> name.contains("䶮"))
                .anyMatch(name -> name.contains("·"));
        assertThat(people)
                .extracting(Person::realName)
                .contains(Person.RealName.MATCH, Person.RealName.MISMATCH, Person.RealName.NOT_FOUND);
        assertThat(people)
                .allMatch(person ->
                        IdNumbers.isOne(person.idNumber()) && person.phone().matches("120\\d{8}"));
    }

    @Test
    void fewPeopleAtManyCollegesLeaveSomeWithoutAny() {
        assertThat(all(Crowd.of(1, 6, 2024, 1), 6)).hasSize(2);
        assertThat(Crowd.of(1, 6, 2024, 1).at(5)).isEmpty();
    }
}
