package org.onex.center.plan;

/** The parts of an examination's calendar (考试阶段), as far as the product does something with them; notices print their own names. */
enum StageKind {
    /** 考核站点申报. */
    SITE_APPLICATION,
    /** 考试报名. */
    REGISTRATION,
    /** 考务及技术人员培训、编排考场. */
    SEATING,
    /** 考点设备调试、安装考试平台. */
    SETUP,
    /** 考场布置. */
    VENUE,
    /** 下载准考证、部署考场、打印物料. */
    TICKETS,
    /** 正式考试. */
    EXAM,
    /** 成绩公示. */
    PUBLICITY,
    /** 颁发证书. */
    CERTIFICATES,
    /** Anything else that a notice announces. */
    OTHER
}
