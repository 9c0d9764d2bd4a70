import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** What a module adds to the console; a feature is added by adding a folder with such a module.ts. */
export interface ConsoleModule {
  routes: RouteRecordRaw[];
  menu?: { to: string; label: string; order: number; permission?: string }[];
  /** What the module puts on the start page. */
  workbench?: { component: Component; order: number; permission?: string }[];
  /** What the module shows of one plan at one site; the routes take `plan` and `site`. */
  examination?: { name: string; label: string; order: number; permission?: string }[];
  /** What the module puts into the top bar, beside the clock. */
  topBar?: { component: Component; permission?: string }[];
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown before anybody has signed in, without the frame. */
    open?: boolean;
    permission?: string;
    title?: string;
  }
}

const found = import.meta.glob<{ default: ConsoleModule }>('../modules/*/module.ts', { eager: true });

export const modules: ConsoleModule[] = Object.values(found).map((file) => file.default);
