/** As much of the extension APIs as the background uses, with the rules that bite: a registered id cannot be registered again. */
import { vi } from 'vitest';

interface Script {
  id: string;
  matches?: string[];
  js?: string[];
  css?: string[];
  [option: string]: unknown;
}

type Listener = (...args: never[]) => unknown;

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...args: unknown[]) => [...listeners].map((listener) => listener(...(args as never[]))),
  };
}

export function createFakeBrowser() {
  const registered = new Map<string, Script>();
  const state = { origins: [] as string[], tabs: [] as { id: number; url?: string }[], closedPages: new Set<number>() };
  const injected: { tabId: number; files: string[] }[] = [];
  const inject = async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
    if (state.closedPages.has(target.tabId)) throw new Error('Cannot access contents of the page.');
    injected.push({ tabId: target.tabId, files });
  };
  const browser = {
    runtime: {
      id: 'claimbook',
      getURL: (path: string) => `chrome-extension://claimbook${path}`,
      onMessage: event(),
      sendMessage: vi.fn(),
    },
    permissions: { getAll: async () => ({ origins: [...state.origins] }), onAdded: event(), onRemoved: event() },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => ids.flatMap((id) => registered.get(id) ?? []),
      registerContentScripts: async (scripts: Script[]) => {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      updateContentScripts: async (scripts: Script[]) => {
        for (const script of scripts) {
          if (!registered.has(script.id)) throw new Error(`Script with ID '${script.id}' does not exist`);
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
      insertCSS: inject,
      executeScript: inject,
    },
    tabs: {
      query: async ({ url }: { url?: string[] }) =>
        state.tabs.filter((tab) => !url || url.some((pattern) => tab.url?.startsWith(pattern.replace(/\*$/, '')))),
      create: vi.fn(),
      sendMessage: vi.fn(),
    },
  };
  return { browser, registered, injected, state };
}
