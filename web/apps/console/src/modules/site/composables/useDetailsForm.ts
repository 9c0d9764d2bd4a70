import { reactive, watch } from 'vue';
import type { Details, RoomRow, Site } from '../types.ts';

const emptyRoom = (): RoomRow => ({ name: '', building: '', machines: 60, spareMachines: 3, cameras: true, network: true });

/** What a college fills in about a site, begun anew or from what was saved. */
export function useDetailsForm(site: () => Site | null) {
  const form = reactive<Details>({ name: '', address: '', managerName: '', managerPhone: '', rooms: [] });
  watch(
    site,
    (saved) => {
      if (saved) {
        Object.assign(form, {
          name: saved.name,
          address: saved.address,
          managerName: saved.manager?.name ?? '',
          managerPhone: saved.manager?.phone ?? '',
          rooms: saved.rooms.map(({ name, building, machines, spareMachines, cameras, network }) => ({
            name,
            building,
            machines,
            spareMachines,
            cameras,
            network,
          })),
        });
      }
    },
    { immediate: true },
  );

  /** What is sent: without blanks around words, and a number that was cleared is none. */
  function details(): Details {
    return {
      name: form.name.trim(),
      address: form.address.trim(),
      managerName: form.managerName.trim(),
      managerPhone: form.managerPhone.trim(),
      rooms: form.rooms.map((room) => ({
        ...room,
        name: room.name.trim(),
        building: room.building.trim(),
        machines: Number(room.machines) || 0,
        spareMachines: Number(room.spareMachines) || 0,
      })),
    };
  }

  return {
    form,
    details,
    addRoom: (): void => void form.rooms.push(emptyRoom()),
    removeRoom: (index: number): void => void form.rooms.splice(index, 1),
  };
}
