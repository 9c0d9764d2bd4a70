package org.onex.center.registration;

import org.onex.center.intake.IntakeWork;
import org.onex.center.job.JobWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with workbooks of registrations in the background. */
@Configuration(proxyBeanMethods = false)
class RegistrationWork {

    @Bean
    JobWork readRegistrations(IntakeWork work, RegistrationKind registrations) {
        return work.reading(registrations);
    }

    @Bean
    JobWork enterRegistrations(IntakeWork work, RegistrationKind registrations) {
        return work.entering(registrations);
    }
}
