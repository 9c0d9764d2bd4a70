package org.onex.center.organization;

/**
 * What others need to know of a college.
 *
 * @param pilot whether it is a 试点院校, which alone may hold exam sites
 */
public record CollegeOutline(String code, String name, String province, boolean pilot) {}
