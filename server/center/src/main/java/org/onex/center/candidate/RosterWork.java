package org.onex.center.candidate;

import org.onex.center.intake.IntakeWork;
import org.onex.center.job.JobWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with rosters in the background. */
@Configuration
class RosterWork {

    @Bean
    JobWork readRoster(IntakeWork work, RosterKind roster) {
        return work.reading(roster);
    }

    @Bean
    JobWork enterRoster(IntakeWork work, RosterKind roster) {
        return work.entering(roster);
    }
}
