package org.onex.center.printing;

import org.onex.center.job.JobDirectory;
import org.onex.center.job.JobState;
import org.springframework.stereotype.Component;

/** How far prints are, by what they say and by their jobs (打印进度). */
@Component
class PrintProgress {

    private final JobDirectory jobs;

    PrintProgress(JobDirectory jobs) {
        this.jobs = jobs;
    }

    PrintView.State of(Print print) {
        if (print.ready() != null) {
            return PrintView.State.READY;
        }
        return jobs.job(print.job())
                .filter(job -> job.state() == JobState.FAILED || job.state() == JobState.CANCELLED)
                .map(job -> PrintView.State.FAILED)
                .orElse(PrintView.State.WAITING);
    }
}
