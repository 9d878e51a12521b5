import type { ArmItem } from "../../../providers/azure/loopback-estate.ts";
import { armItem, childKey } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const version: TypeCase<AzureHeld> = {
  type: "azure/compute/gallery-image-version",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "images", location: region };
    const group = `/subscriptions/${account}/resourceGroups/web/providers`;
    const gallery = (name: string, permissions: string, groups?: readonly object[]) =>
      armItem(home, "Microsoft.Compute/galleries", `${name}_${region}`, {
        properties: {
          identifier: { uniqueName: name },
          sharingProfile: { permissions, ...(groups ? { groups } : {}) },
        },
      });
    const under = (parent: ArmItem, kind: string, name: string, rest: object): ArmItem => ({
      id: `${parent.id}/${kind}/${name}`,
      name,
      type: "Microsoft.Compute/galleries/images",
      location: region,
      ...rest,
    });
    const image = (parent: ArmItem, name: string) =>
      under(parent, "images", name, { properties: { osType: "Linux", osState: "Specialized" } });
    const partners = gallery("partners", "Groups");
    const told = gallery("partners", "Groups", [
      { type: "AADTenants", ids: ["77777777-7777-4777-8777-777777777777"] },
      { type: "Subscriptions", ids: ["66666666-6666-4666-8666-666666666666"] },
    ]);
    const everyone = gallery("everyone", "Community");
    const own = gallery("own", "Private");
    const empty = gallery("empty", "Private");
    const [golden, tools, base] = [image(partners, "golden"), image(everyone, "tools"), image(own, "base")];
    return {
      resources: { "Microsoft.Compute/galleries": [partners, everyone, own, empty] },
      children: {
        [partners.id.toLowerCase()]: [told],
        [childKey(partners, "images")]: [golden],
        [childKey(everyone, "images")]: [tools],
        [childKey(own, "images")]: [base],
        [childKey(golden, "versions")]: [
          under(golden, "versions", "1.0.0", {
            tags: { 部门: "支付", owner: "" },
            properties: {
              publishingProfile: {
                targetRegions: [
                  { name: region },
                  { name: "UK South" },
                  { name: "Japan East", regionalReplicaCount: 2 },
                ],
                targetExtendedLocations: [
                  { name: "westus", extendedLocation: { type: "EdgeZone", name: "losangeles" } },
                ],
              },
              storageProfile: { source: { virtualMachineId: `${group}/Microsoft.Compute/virtualMachines/api` } },
            },
          }),
          under(golden, "versions", "1.0.1", {
            properties: {
              publishingProfile: { targetRegions: [{ name: region }] },
              storageProfile: { source: { id: `${group}/Microsoft.Compute/images/month-end` } },
            },
          }),
        ],
        [childKey(tools, "versions")]: [
          under(tools, "versions", "2.0.0", {
            properties: {
              publishingProfile: { targetRegions: [{ name: region }] },
              storageProfile: {
                osDiskImage: {
                  source: {
                    storageAccountId: `${group}/Microsoft.Storage/storageAccounts/vhds`,
                    uri: "https://vhds.blob.core.windows.net/c/os.vhd?sig=c2lnbmVk",
                  },
                },
                dataDiskImages: [
                  { lun: 0, source: { uri: "https://vhds.blob.core.windows.net/c/d.vhd?sig=c2lnbmVk" } },
                  { lun: 1, source: { id: `${group}/Microsoft.Compute/snapshots/ledger` } },
                ],
              },
            },
          }),
        ],
        [childKey(base, "versions")]: [
          under(base, "versions", "0.1.0", {
            properties: {
              storageProfile: { source: { communityGalleryImageId: "/CommunityGalleries/x/Images/y/Versions/1.0.0" } },
            },
          }),
        ],
      },
    };
  },
  finds: ({ account, region }) => {
    const id = `/subscriptions/${account}/resourceGroups/images/providers/Microsoft.Compute/galleries`;
    const group = `/subscriptions/${account}/resourceGroups/web/providers`;
    const shared = [
      { kind: "shared-with", party: "77777777-7777-4777-8777-777777777777" },
      { kind: "shared-with", party: "66666666-6666-4666-8666-666666666666" },
    ] as const;
    return [
      {
        id: `${id}/partners_${region}/images/golden/versions/1.0.0`,
        name: `partners_${region}/golden/1.0.0`,
        role: "copy",
        tags: { 部门: "支付", owner: "" },
        attributes: { image: "golden", osType: "Linux", osState: "Specialized" },
        links: [
          { kind: "replicates-to", region: "UK South" },
          { kind: "replicates-to", region: "Japan East" },
          { kind: "replicates-to", region: "losangeles" },
          { kind: "copied-to", direction: "from", id: `${group}/Microsoft.Compute/virtualMachines/api` },
          ...shared,
        ],
      },
      {
        id: `${id}/partners_${region}/images/golden/versions/1.0.1`,
        name: `partners_${region}/golden/1.0.1`,
        role: "copy",
        tags: {},
        links: [{ kind: "copied-to", direction: "from", id: `${group}/Microsoft.Compute/images/month-end` }, ...shared],
      },
      {
        id: `${id}/everyone_${region}/images/tools/versions/2.0.0`,
        name: `everyone_${region}/tools/2.0.0`,
        role: "copy",
        tags: {},
        links: [
          { kind: "copied-to", direction: "from", id: `${group}/Microsoft.Storage/storageAccounts/vhds` },
          { kind: "copied-to", direction: "from", id: "vhds.blob.core.windows.net" },
          { kind: "copied-to", direction: "from", id: `${group}/Microsoft.Compute/snapshots/ledger` },
          { kind: "shared-with", party: "*" },
        ],
      },
      {
        id: `${id}/own_${region}/images/base/versions/0.1.0`,
        name: `own_${region}/base/0.1.0`,
        role: "copy",
        tags: {},
        links: [],
      },
    ];
  },
  lists: [
    { operation: "Galleries_List" },
    { operation: "GalleryImages_ListByGallery" },
    { operation: "GalleryImageVersions_ListByGalleryImage" },
  ],
};

export default version;
