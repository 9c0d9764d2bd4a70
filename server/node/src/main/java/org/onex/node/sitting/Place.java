package org.onex.node.sitting;

/** Where a candidate sits (座位): a number within a room, counted from 1. */
record Place(String room, int seat) {}
