package org.onex.center.plan;

import org.onex.contract.kernel.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The statutory calendar by which this module counts. */
@Configuration
class CalendarConfiguration {

    @Bean
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.statutory();
    }
}
