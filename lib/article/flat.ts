/**
 * The flat tree (CSS Scoping 3.1): what a person sees, where elements keep their content in open shadow roots. Closed ones stay closed to
 * us as to everybody.
 */

interface OpenSlot {
  slot: Node;
  assigned: readonly Node[];
  at: number;
}

/** The element that holds `node` in the composed tree: its parent, or the host of the shadow root it stands in. */
export function holderOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (!parent) return null;
  return parent.nodeType === 1 ? (parent as Element) : ((parent as Partial<ShadowRoot>).host ?? null);
}

/** Steps of one walk. They must be taken in the order of a walk: it remembers the slots it is in. */
export function flatWalk() {
  const slots: OpenSlot[] = [];
  return {
    /** First node below; null where there is none. */
    below(node: Node): Node | null {
      if (node.nodeType !== 1) return null;
      const shadow = (node as Element).shadowRoot;
      if (shadow) return shadow.firstChild;
      if ((node as Element).tagName === 'SLOT') {
        const assigned = (node as HTMLSlotElement).assignedNodes();
        if (assigned[0]) {
          slots.push({ slot: node, assigned, at: 0 });
          return assigned[0];
        }
      }
      return node.firstChild;
    },
    /** Next node under the same parent. */
    beside(node: Node): Node | null {
      const open = slots.at(-1);
      if (open && open.assigned[open.at] === node) return open.assigned[++open.at] ?? null;
      return node.nextSibling;
    },
    /** Parent, when nothing is left beside; null where the page took the node away. */
    above(node: Node): Node | null {
      const open = slots.at(-1);
      if (open && open.at >= open.assigned.length) {
        slots.pop();
        return open.slot;
      }
      const parent = node.parentNode;
      return parent?.nodeType === 11 ? ((parent as Partial<ShadowRoot>).host ?? null) : parent;
    },
  };
}
